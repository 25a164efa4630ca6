package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * What would become of a draft if it were sent now.
 *
 * @param kind {@code accepted}, {@code held}, {@code again} or {@code refused}
 * @param reason why it would be held; empty otherwise
 * @param before the document that was sent with the same content
 */
record DraftOutlook(
        String kind, String reason, List<Finding> findings, List<VerificationView> reports, Optional<Dossier> before) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static DraftOutlook of(Decision decision) {
        List<VerificationView> reports = views(decision.examination().reports());
        return switch (decision) {
            case Decision.Refusal refusal ->
                new DraftOutlook("refused", "", refusal.findings(), reports, Optional.empty());
            case Decision.StatusNews news ->
                throw new IllegalStateException("draft: read as a status (expected: a document)");
            case Decision.Document document ->
                of(document.verdict(), document.examination().findings(), reports);
        };
    }

    private static DraftOutlook of(Verdict verdict, List<Finding> findings, List<VerificationView> reports) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> new DraftOutlook("accepted", "", findings, reports, Optional.empty());
            case Verdict.Held held -> new DraftOutlook("held", held.reason(), findings, reports, Optional.empty());
            case Verdict.Duplicate again -> new DraftOutlook("again", "", findings, reports, Optional.of(again.of()));
            case Verdict.Rejected rejected ->
                new DraftOutlook("refused", "", rejected.findings(), reports, Optional.empty());
        };
    }

    /** Whether it would not be taken. */
    public boolean refused() {
        return kind.equals("refused");
    }

    private static List<VerificationView> views(List<SignatureReport> reports) {
        return VerificationView.read(MAPPER.writeValueAsString(reports));
    }
}
