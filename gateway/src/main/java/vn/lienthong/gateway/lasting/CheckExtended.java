package vn.lienthong.gateway.lasting;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PdfBytes;

/** Looks at an extended file as a receiver would, before it takes the place of the one it was made of. */
final class CheckExtended {
    private static final String NAME = "PDF";

    private final LastingTrust trust;
    private final Instant now;

    CheckExtended(LastingTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /** The newest signature has a timestamp, and nothing else is another than it was. */
    void stamped(byte[] before, byte[] after) throws SigningException {
        require(before.length == after.length, "length: " + after.length + " (expected: " + before.length + ")");
        SignatureVerdict last = noWorse(before, after).verdicts().getLast();
        require(last.facts().time().timestamped().isPresent(), "timestamp: none (expected: one)");
    }

    /** Something was added behind, and whatever was signed is as good as it was. */
    void extended(byte[] before, byte[] after) throws SigningException {
        grown(before, after);
        noWorse(before, after);
    }

    /** A timestamp over the whole file was added, and it holds. */
    void archived(byte[] before, byte[] after) throws SigningException {
        grown(before, after);
        List<DocumentTimestamp> timestamps = noWorse(before, after).timestamps();
        require(!timestamps.isEmpty(), "timestamps over the file: none (expected: one)");
        DocumentTimestamp last = timestamps.getLast();
        boolean holds = last.reason()
                .filter(reason -> reason != SubIndication.TRY_LATER)
                .isEmpty();
        require(
                holds && last.coverage() == Coverage.WHOLE_FILE,
                "timestamp over the file: " + last.reason() + " " + last.coverage()
                        + " (expected: proven, WHOLE_FILE)");
    }

    /** Whether the newest signature passes by what lies in the file alone. */
    boolean lasts(byte[] file) {
        SignatureReport report = trust.alone().verify(NAME, PdfBytes.of(file), now);
        return report.presence() == Presence.SIGNED
                && report.verdicts().getLast().indication() == Indication.TOTAL_PASSED
                && report.verdicts().getLast().facts().time().timestampProven();
    }

    /** Whether something proves when the newest signature was there: a timestamp beside it, or one over the whole file. */
    boolean timestamped(byte[] file) {
        SignatureReport report = trust.verifying().verify(NAME, PdfBytes.of(file), now);
        return report.presence() == Presence.SIGNED
                && report.verdicts().getLast().facts().time().timestamped().isPresent();
    }

    /** Whether every timestamp over the file is proven by what lies in it alone: then another one may be put over them. */
    boolean timestampsLast(byte[] file) {
        return trust.alone().verify(NAME, PdfBytes.of(file), now).timestamps().stream()
                .allMatch(DocumentTimestamp::proven);
    }

    private static void grown(byte[] before, byte[] after) throws SigningException {
        require(
                after.length > before.length && Arrays.equals(before, 0, before.length, after, 0, before.length),
                "earlier bytes: changed (expected: kept)");
    }

    private SignatureReport noWorse(byte[] before, byte[] after) throws SigningException {
        SignatureReport was = trust.verifying().verify(NAME, PdfBytes.of(before), now);
        SignatureReport is = trust.verifying().verify(NAME, PdfBytes.of(after), now);
        require(
                is.presence() == Presence.SIGNED
                        && is.verdicts().size() == was.verdicts().size(),
                is.presence() + ", " + is.verdicts().size() + " signatures (expected: SIGNED, "
                        + was.verdicts().size() + ")");
        for (int at = 0; at < is.verdicts().size(); at++) {
            Indication earlier = was.verdicts().get(at).indication();
            SignatureVerdict now = is.verdicts().get(at);
            require(
                    earlier.worse(now.indication()) == earlier
                            && now.facts().integrity()
                                    == was.verdicts().get(at).facts().integrity(),
                    now.facts().field() + ": " + now.indication() + " " + now.findings() + " (expected: " + earlier
                            + ")");
        }
        require(
                is.verdicts().getLast().facts().integrity() == Integrity.INTACT,
                is.verdicts().getLast().facts().integrity() + " (expected: INTACT)");
        return is;
    }

    private static void require(boolean holds, String text) throws SigningException {
        if (!holds) {
            throw new SigningException("extended PDF: " + text, null);
        }
    }
}
