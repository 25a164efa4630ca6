package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.status.Status;

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

    /**
     * A document with its recipients' copies.
     *
     * @param statuses what recipients have reported about it, in the order it came; of lists empty
     */
    public record Sent(Dossier dossier, List<Delivery> copies, List<Status> statuses) {
        public Sent {
            copies = List.copyOf(copies);
            statuses = List.copyOf(statuses);
        }

        /** What became of a copy, for its sender, with where it went when the code that was written led to another body. */
        public String note(Delivery copy) {
            return Stream.concat(Stream.of(TellSender.reason(copy)), succession(copy))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(". "));
        }

        private Stream<String> succession(Delivery copy) {
            if (!dossier.marks().contains(Mark.SUCCEEDED)) {
                return Stream.empty();
            }
            return dossier.recipients().stream()
                    .filter(recipient -> recipient.delivery().equals(Optional.of(copy.id())))
                    .map(recipient -> recipient.code().text() + ": " + recipient.resolution());
        }
    }

    /** Copies of a few documents to every commune of the country; behind them a list ends. */
    private static final int MOST_COPIES = 10_000;

    /**
     * Newest first; at most as many documents as the setting allows, fewer where they have very many recipients: what is older
     * is found by asking until the last one's receipt.
     */
    public List<Sent> list(Caller caller, Optional<Instant> from, Optional<Instant> to) {
        Set<AgencyId> senders = caller.agencies(Right.SEND, clock.instant());
        return work.inTransaction(transaction -> {
            List<Sent> found = new ArrayList<>();
            int copies = 0;
            for (Dossier dossier : transaction.dossiers().sentBy(senders, from, to, settings.listLimit())) {
                if (copies >= MOST_COPIES) {
                    break;
                }
                Sent sent = sent(transaction, dossier, List.of());
                copies += sent.copies().size();
                found.add(sent);
            }
            return found;
        });
    }

    /** The one under this transport id; empty when there is none, or it is another's. */
    public Optional<Sent> find(Caller caller, String docId) {
        return work.inTransaction(transaction -> transaction
                .dossiers()
                .findSent(docId)
                .filter(dossier -> side.holds(caller, dossier))
                .map(dossier ->
                        sent(transaction, dossier, transaction.statuses().of(dossier.id()))));
    }

    private static Sent sent(Transaction transaction, Dossier dossier, List<Status> statuses) {
        return new Sent(
                dossier,
                transaction.deliveries().of(dossier.id()).stream()
                        .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                        .toList(),
                statuses);
    }
}
