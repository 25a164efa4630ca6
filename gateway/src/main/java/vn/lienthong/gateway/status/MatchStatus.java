package vn.lienthong.gateway.status;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;

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
     * @param candidate the document, where exactly one fits
     * @param note why there is no document; empty otherwise
     */
    public record Match(Optional<Candidate> candidate, String note) {}

    /**
     * A document that a status may be about.
     *
     * @param deliveries the copies of the side that took part as recipient
     */
    public record Candidate(Dossier dossier, List<Delivery> deliveries) {}

    public Match match(Transaction transaction, Status status) {
        if (status.addressee().isEmpty()) {
            return none("nơi nhận trạng thái không có trong danh mục");
        }
        return choose(candidates(transaction, status), status);
    }

    /** The document that the status was written for, if both its sides took part in it. */
    public Match match(Transaction transaction, Status status, DossierId document) {
        return transaction
                .dossiers()
                .find(document)
                .flatMap(dossier -> between(transaction, status, dossier))
                .map(found -> new Match(Optional.of(found), ""))
                .orElseGet(() -> none("văn bản được trả lời không phải giữa hai cơ quan này"));
    }

    /** Every document under the status's document id that both its sides took part in, oldest first. */
    public List<Candidate> candidates(Transaction transaction, Status status) {
        Optional<AgencyId> sender =
                StatusRule.of(status.code()) == StatusRule.FROM_RECIPIENT ? status.addressee() : status.from();
        if (sender.isEmpty()) {
            return List.of();
        }
        Set<AgencyId> senders = agencies.current().lineageOf(sender.get());
        return transaction.dossiers().find(senders, new DocumentId(status.documentId())).stream()
                .flatMap(dossier -> between(transaction, status, dossier).stream())
                .toList();
    }

    /** The document, if the side that speaks took part in it, and the side that is spoken to where that one is known. */
    public Optional<Candidate> between(Transaction transaction, Status status, Dossier dossier) {
        boolean fromRecipient = StatusRule.of(status.code()) == StatusRule.FROM_RECIPIENT;
        Optional<AgencyId> sender = fromRecipient ? status.addressee() : status.from();
        Optional<AgencyId> recipient = fromRecipient ? status.from() : status.addressee();
        AgencyDirectory directory = agencies.current();
        boolean sent = sender.map(agency -> directory.lineageOf(agency).contains(dossier.sender()))
                .orElse(fromRecipient);
        if (!sent || recipient.isEmpty()) {
            return Optional.empty();
        }
        Set<AgencyId> recipients = directory.lineageOf(recipient.get());
        List<Delivery> copies = transaction.deliveries().of(dossier.id()).stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC
                        && delivery.agency().filter(recipients::contains).isPresent())
                .toList();
        return copies.isEmpty() ? Optional.empty() : Optional.of(new Candidate(dossier, copies));
    }

    private static Match choose(List<Candidate> candidates, Status status) {
        if (candidates.isEmpty()) {
            return none("không có văn bản nào với mã này giữa hai cơ quan");
        }
        Set<DossierId> lineages = new LinkedHashSet<>();
        candidates.forEach(candidate -> lineages.add(candidate.dossier().lineage()));
        if (lineages.size() > 1) {
            return none("có " + candidates.size() + " văn bản cùng mã, không thể tự chọn");
        }
        Candidate chosen = answersChange(status)
                ? candidates.getLast()
                : candidates.stream()
                        .filter(candidate -> candidate.dossier().key().action() == BusinessAction.NEW)
                        .findFirst()
                        .orElse(candidates.getFirst());
        return new Match(Optional.of(chosen), "");
    }

    /** 15 and 16 answer the latest recall or update, the others speak of the document itself. */
    private static boolean answersChange(Status status) {
        return status.code().equals("15") || status.code().equals("16");
    }

    private static Match none(String note) {
        return new Match(Optional.empty(), note);
    }
}
