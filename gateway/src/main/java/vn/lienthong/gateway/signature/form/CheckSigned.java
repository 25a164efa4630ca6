package vn.lienthong.gateway.signature.form;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/**
 * Looks at a file that was just signed, as a receiver would. Whom one trusts is not asked here: only whether every signature
 * is whole, and each later revision is a signature and nothing else.
 */
final class CheckSigned {
    private final VerifyPdf verifier;

    CheckSigned(PdfLimits limits) {
        this.verifier = new VerifyPdf(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), limits);
    }

    /**
     * Compares what was and what is.
     *
     * @throws SigningException when the file is not the old one with exactly one intact signature more
     */
    void check(byte[] before, byte[] after, Instant at) throws SigningException {
        if (after.length <= before.length || !Arrays.equals(before, 0, before.length, after, 0, before.length)) {
            throw refused("earlier bytes: changed (expected: kept)");
        }
        List<SignatureVerdict> old = verdicts(before, at);
        SignatureReport report = verifier.verify("PDF", PdfBytes.of(after), at);
        if (report.presence() != Presence.SIGNED) {
            throw refused(report.presence() + " " + report.allFindings() + " (expected: SIGNED)");
        }
        List<SignatureVerdict> now = report.verdicts();
        if (now.size() != old.size() + 1) {
            throw refused("signatures: " + now.size() + " (expected: " + (old.size() + 1) + ")");
        }
        for (int i = 0; i < now.size(); i++) {
            check(now.get(i), i == now.size() - 1);
        }
    }

    private List<SignatureVerdict> verdicts(byte[] pdf, Instant at) {
        return verifier.verify("PDF", PdfBytes.of(pdf), at).verdicts();
    }

    private static void check(SignatureVerdict verdict, boolean last) throws SigningException {
        String field = verdict.facts().field();
        if (verdict.facts().integrity() != Integrity.INTACT) {
            throw refused(field + ": " + verdict.facts().integrity() + " (expected: INTACT)");
        }
        if ((verdict.facts().coverage() == Coverage.WHOLE_FILE) != last) {
            throw refused(
                    field + ": covers " + verdict.facts().coverage() + " (expected: the last one the whole file)");
        }
        for (Change change : verdict.facts().changesAfter()) {
            if (change.kind() == Change.Kind.CONTENT || change.kind() == Change.Kind.ANNOTATION) {
                throw refused(field + ": " + change + " (expected: signatures alone)");
            }
        }
    }

    private static SigningException refused(String text) {
        return new SigningException("signed PDF: " + text, null);
    }
}
