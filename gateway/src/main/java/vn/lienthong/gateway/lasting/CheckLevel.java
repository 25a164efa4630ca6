package vn.lienthong.gateway.lasting;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.making.NotProven;

/** Looks at a file of any form that was just signed, as a receiver with nothing but the file and the roots would. */
public final class CheckLevel {
    private final FileVerifier alone;
    private final LastingLevel goal;

    /** @param alone knows no revocation but what lies in the file */
    public CheckLevel(FileVerifier alone, LastingLevel goal) {
        this.alone = alone;
        this.goal = goal;
    }

    /**
     * Whether the newest signature has got where it was to get.
     *
     * @param beside what a detached signature is over
     * @throws NotProven when it has not
     */
    public void check(SignedFile made, List<SignedFile> beside, Instant at) throws NotProven, IOException {
        SignatureReport report = alone.verify(made, beside, at);
        if (report.presence() != Presence.SIGNED || !reached(report.verdicts().getLast())) {
            String why = report.allFindings().isEmpty()
                    ? report.presence().name()
                    : report.allFindings().getLast().text();
            throw new NotProven("level " + goal + ": not reached, " + why, null);
        }
    }

    private boolean reached(SignatureVerdict newest) {
        boolean intact = newest.facts().integrity() == Integrity.INTACT;
        return switch (goal) {
            case B -> intact;
            case T -> intact && newest.facts().time().timestamped().isPresent();
            case LT, LTA ->
                newest.indication() == Indication.TOTAL_PASSED
                        && newest.facts().time().timestampProven();
        };
    }
}
