package vn.lienthong.gateway.dossier.opinion;

import java.util.List;
import java.util.function.BooleanSupplier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * Decides at receipt whether another engine is asked about a document. Only what we passed, or may pass yet, is worth asking
 * about, in attachments of whatever form; which ones of those, nobody outside can work out beforehand: it hangs on our own random
 * name of the dossier.
 */
public final class ChooseOpinions {

    private static final int ALL = 1_000;

    private final int perThousand;
    private final BooleanSupplier full;

    private ChooseOpinions(int perThousand, BooleanSupplier full) {
        this.perThousand = perThousand;
        this.full = full;
    }

    /** Nobody is asked. */
    public static ChooseOpinions none() {
        return new ChooseOpinions(0, () -> false);
    }

    /** All are asked about, however many wait. */
    public static ChooseOpinions all() {
        return new ChooseOpinions(ALL, () -> false);
    }

    /**
     * Some are asked about.
     *
     * @param perThousand how many of a thousand
     * @param full whether so many wait that the next ones are passed over
     */
    public static ChooseOpinions sampled(int perThousand, BooleanSupplier full) {
        return new ChooseOpinions(perThousand, full);
    }

    /** Whether the document waits for another opinion. */
    public boolean wants(DossierId id, List<SignatureReport> reports) {
        return Math.floorMod(id.value().getLeastSignificantBits(), ALL) < perThousand
                && reports.stream().anyMatch(ChooseOpinions::worthAsking)
                && !full.getAsBoolean();
    }

    /** The envelope's signature is a matter between systems. */
    private static boolean worthAsking(SignatureReport report) {
        return !report.subject().equals(SignatureReport.ENVELOPE)
                && report.verdicts().stream().anyMatch(ChooseOpinions::passedOrMayPass);
    }

    private static boolean passedOrMayPass(SignatureVerdict verdict) {
        return verdict.indication() == Indication.TOTAL_PASSED
                || verdict.subIndication().filter(SubIndication::mayImprove).isPresent();
    }
}
