package vn.lienthong.gateway.status;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.StatusMessage;

/**
 * Finds the document that a status is about: by document id, sent by the one side's lineage and received by the other's.
 * A status counts only from a side that took part; where several documents fit, nobody guesses.
 */
public final class MatchStatus {

    private final Agencies agencies;

    public MatchStatus(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * What a status was found to be about.
     *
     * @param dossier the document, where exactly one fits
     * @param deliveries the copies of the side that took part as recipient
     * @param note why there is no document; empty otherwise
     */
    public record Match(Optional<Dossier> dossier, List<Delivery> deliveries, String note) {}

    private record Candidate(Dossier dossier, List<Delivery> deliveries) {}

    public Match match(Transaction transaction, StatusMessage message, AgencyId from, Optional<AgencyId> addressee) {
        boolean fromRecipient = StatusRule.of(message.code().text()) == StatusRule.FROM_RECIPIENT;
        if (addressee.isEmpty()) {
            return none("nơi nhận trạng thái không có trong danh mục");
        }
        AgencyId sender = fromRecipient ? addressee.get() : from;
        AgencyId recipient = fromRecipient ? from : addressee.get();
        Set<AgencyId> recipients = agencies.current().lineageOf(recipient);
        List<Candidate> candidates = new ArrayList<>();
        for (Dossier dossier : transaction
                .dossiers()
                .find(
                        agencies.current().lineageOf(sender),
                        message.responseFor().documentId())) {
            List<Delivery> copies = transaction.deliveries().of(dossier.id()).stream()
                    .filter(delivery -> delivery.kind() == MessageKind.EDOC
                            && delivery.agency().filter(recipients::contains).isPresent())
                    .toList();
            if (!copies.isEmpty()) {
                candidates.add(new Candidate(dossier, copies));
            }
        }
        return choose(candidates, message);
    }

    private static Match choose(List<Candidate> candidates, StatusMessage message) {
        if (candidates.isEmpty()) {
            return none("không có văn bản nào với mã này giữa hai cơ quan");
        }
        Set<DossierId> lineages = new LinkedHashSet<>();
        candidates.forEach(candidate -> lineages.add(candidate.dossier().lineage()));
        if (lineages.size() > 1) {
            return none("có " + candidates.size() + " văn bản cùng mã, không thể tự chọn");
        }
        Candidate chosen = answersChange(message)
                ? candidates.getLast()
                : candidates.stream()
                        .filter(candidate -> candidate.dossier().key().action() == BusinessAction.NEW)
                        .findFirst()
                        .orElse(candidates.getFirst());
        return new Match(Optional.of(chosen.dossier()), chosen.deliveries(), "");
    }

    /** 15 and 16 answer the latest recall or update, the others speak of the document itself. */
    private static boolean answersChange(StatusMessage message) {
        String code = message.code().text();
        return code.equals("15") || code.equals("16");
    }

    private static Match none(String note) {
        return new Match(Optional.empty(), List.of(), note);
    }
}
