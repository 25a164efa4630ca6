package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;

/**
 * XML annexes are often signed by third parties, as invoices are: under roots that are not ours. Where all that such a file says is
 * intact, it says nothing about the document that the annex comes with, as an unsigned annex says nothing; whom we trust, what
 * was changed, and what could not be read or looked at is told as it is.
 */
final class AnnexReport {
    private AnnexReport() {}

    static SignatureReport of(SignatureReport report) {
        boolean strangers = report.presence() == Presence.SIGNED
                && !report.verdicts().isEmpty()
                && report.verdicts().stream().allMatch(AnnexReport::strangers);
        return strangers
                ? SignatureReport.without(
                        report.subject(),
                        Presence.DECORATIVE,
                        Finding.information(ErrorCode.SIGNATURE_INDETERMINATE, report.subject(), why(report)))
                : report;
    }

    private static boolean strangers(SignatureVerdict verdict) {
        return verdict.facts().path() == PathStatus.UNTRUSTED && verdict.facts().integrity() == Integrity.INTACT;
    }

    private static String why(SignatureReport report) {
        List<Finding> findings = report.allFindings();
        String first =
                findings.isEmpty() ? "no root of ours" : findings.getFirst().text();
        return "signature of an annex: " + first + " (it proves nothing here, as none would)";
    }
}
