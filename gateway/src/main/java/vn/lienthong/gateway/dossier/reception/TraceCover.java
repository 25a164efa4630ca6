package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;

/**
 * Whether adding to the trace would break a signature of the packet. One that holds counts as covering the trace, also where it
 * covers only parts, but for one that is over all of the packet except the trace; so does one that was not computed, for its
 * receiver may have other means. A decorative or broken one has nothing to lose.
 */
final class TraceCover {

    private TraceCover() {}

    static boolean mayHold(List<SignatureReport> reports) {
        return reports.stream()
                .filter(report -> report.subject().equals(SignatureReport.ENVELOPE))
                .anyMatch(TraceCover::mayHold);
    }

    private static boolean mayHold(SignatureReport report) {
        return switch (report.presence()) {
            case SIGNED ->
                report.verdicts().stream()
                        .filter(verdict -> !leavesTrace(verdict))
                        .anyMatch(verdict -> mayHold(verdict.facts().integrity()));
            case NOT_CHECKED -> true;
            case BROKEN, DECORATIVE, UNSIGNED, NOT_APPLICABLE -> false;
        };
    }

    /** It says of itself that it is over everything else. */
    private static boolean leavesTrace(SignatureVerdict verdict) {
        return verdict.findings().stream()
                .anyMatch(finding -> finding.code() == ErrorCode.ENVELOPE_SIGNATURE_LEAVES_TRACE);
    }

    private static boolean mayHold(Integrity integrity) {
        return switch (integrity) {
            case INTACT, NOT_CHECKED -> true;
            case CONTENT_CHANGED, SIGNATURE_WRONG -> false;
        };
    }
}
