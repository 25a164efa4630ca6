package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.tray.Draft;

/** The document that the same agency sent earlier under the number of a draft, and that says something else. */
@Component
final class FindFormer {

    private final UnitOfWork work;

    FindFormer(UnitOfWork work) {
        this.work = work;
    }

    Optional<Dossier> of(Decision decision, Draft draft) {
        boolean conflict =
                findings(decision).stream().anyMatch(finding -> finding.code() == ErrorCode.DOCUMENT_CONFLICT);
        return conflict
                        && draft.action() == BusinessAction.NEW
                        && decision.examination().message().orElse(null) instanceof Packet packet
                ? sent(draft, packet.header().documentId())
                : Optional.empty();
    }

    private static List<Finding> findings(Decision decision) {
        return switch (decision) {
            case Decision.Refusal refusal -> refusal.findings();
            case Decision.Document document ->
                document.verdict() instanceof Verdict.Rejected rejected ? rejected.findings() : List.of();
            case Decision.StatusNews news -> List.of();
        };
    }

    private Optional<Dossier> sent(Draft draft, DocumentId documentId) {
        return work.reading(transaction -> transaction.dossiers().find(Set.of(draft.agency()), documentId)).stream()
                .filter(dossier ->
                        dossier.key().action() == BusinessAction.NEW && dossier.state() != DossierState.REFUSED)
                .findFirst();
    }
}
