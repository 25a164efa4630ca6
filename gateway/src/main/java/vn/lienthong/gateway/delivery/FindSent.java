package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** What a system finds of the documents that were sent by agencies it sends for, or that it carried here; and of no others. */
public final class FindSent {

    private final UnitOfWork work;
    private final SenderSide side;
    private final DeliverySettings settings;
    private final Clock clock;

    public FindSent(UnitOfWork work, SenderSide side, DeliverySettings settings, Clock clock) {
        this.work = work;
        this.side = side;
        this.settings = settings;
        this.clock = clock;
    }

    /** A document with its recipients' copies; statuses about it are not among them. */
    public record Sent(Dossier dossier, List<Delivery> copies) {
        public Sent {
            copies = List.copyOf(copies);
        }

        /** What became of a copy, for its sender, with where it went when the code that was written led to another body. */
        public String note(Delivery copy) {
            return TellSender.reason(copy) + succession(copy);
        }

        private String succession(Delivery copy) {
            if (!dossier.marks().contains(Mark.SUCCEEDED)) {
                return "";
            }
            return dossier.recipients().stream()
                    .filter(recipient -> recipient.delivery().equals(Optional.of(copy.id())))
                    .map(recipient -> ". " + recipient.code().text() + ": " + recipient.resolution())
                    .collect(Collectors.joining());
        }
    }

    /** Newest first; at most as many documents as the setting allows. */
    public List<Sent> list(Caller caller, Optional<Instant> from, Optional<Instant> to) {
        Set<AgencyId> senders = caller.agencies(Right.SEND, clock.instant());
        return work.inTransaction(
                transaction -> transaction.dossiers().sentBy(senders, from, to, settings.listLimit()).stream()
                        .map(dossier -> sent(transaction, dossier))
                        .toList());
    }

    /** The one under this transport id; empty when there is none, or it is another's. */
    public Optional<Sent> find(Caller caller, String docId) {
        return work.inTransaction(transaction -> transaction
                .dossiers()
                .findSent(docId)
                .filter(dossier -> side.holds(caller, dossier))
                .map(dossier -> sent(transaction, dossier)));
    }

    private static Sent sent(Transaction transaction, Dossier dossier) {
        return new Sent(
                dossier,
                transaction.deliveries().of(dossier.id()).stream()
                        .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                        .toList());
    }
}
