package vn.lienthong.routes.command.bench;

import java.util.List;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/** Both engines must pass every file: else the bench would measure how fast one refuses. */
final class SameVerdict {
    private SameVerdict() {}

    static void passed(SignatureReport report) {
        if (report.overall() != Indication.TOTAL_PASSED) {
            throw new BenchFailed(
                    "kết luận của cổng: " + report.overall() + " " + report.allFindings() + " (cần: đạt)");
        }
    }

    static void passed(Opinion opinion) {
        List<Opinion.OfSignature> said = opinion.signatures();
        if (said.isEmpty() || said.stream().anyMatch(one -> one.indication() != Indication.TOTAL_PASSED)) {
            throw new BenchFailed("kết luận của DSS: " + said + " (cần: đạt, như của cổng)");
        }
    }
}
