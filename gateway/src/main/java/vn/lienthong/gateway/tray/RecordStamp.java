package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** Records that a copy was stamped, one after the other: who comes second sees what the first one did. */
final class RecordStamp {

    private final UnitOfWork work;

    RecordStamp(UnitOfWork work) {
        this.work = work;
    }

    /** What hinders it; empty where nothing does. */
    Optional<StampIncoming.Outcome> hindrance(StampIncoming.Wish wish) {
        return work.reading(transaction -> hindrance(transaction, wish));
    }

    /**
     * Records the file, unless somebody stamped the copy or took the number while it was signed.
     *
     * @param certificate SHA-256 of the seal's
     */
    StampIncoming.Outcome record(StampIncoming.Wish wish, StampedFile file, String certificate) {
        return work.inTransaction(transaction -> {
            // The copy's row first: only then is what is read of it the last word.
            transaction.deliveries().locked(wish.delivery());
            Optional<StampIncoming.Outcome> late = hindrance(transaction, wish);
            if (late.isPresent()) {
                return late.get();
            }
            if (!transaction.stamps().add(file)) {
                return new StampIncoming.Outcome.Taken(transaction.stamps().next(wish.agency(), file.year()));
            }
            transaction
                    .entries()
                    .append(wish.dossier(), file.at(), EvidenceEvent.STAMPED, wish.actor(), facts(file, certificate));
            return new StampIncoming.Outcome.Stamped(file);
        });
    }

    private static Optional<StampIncoming.Outcome> hindrance(Transaction transaction, StampIncoming.Wish wish) {
        int year = wish.date().getYear();
        Optional<GivenNumber> given = transaction.stamps().given(wish.agency(), year, wish.number());
        IncomingNumber next = transaction.stamps().next(wish.agency(), year);
        if (given.isPresent() && !isOwn(given.get(), wish)) {
            return Optional.of(new StampIncoming.Outcome.Taken(next));
        }
        Optional<GivenNumber> other = EnterIncoming.standing(transaction, wish.delivery(), wish.agency())
                .filter(number -> number.entered().isPresent() && !isAsEntered(number, wish));
        if (other.isPresent()) {
            return other.map(StampIncoming.Outcome.Entered::new);
        }
        List<StampedFile> before = standing(transaction, wish.delivery());
        if (before.size() != wish.seen()) {
            return Optional.of(new StampIncoming.Outcome.AskFirst(before));
        }
        return given.isEmpty() && FarNumber.is(wish.number(), next) && !wish.far()
                ? Optional.of(new StampIncoming.Outcome.AskFar(next))
                : Optional.empty();
    }

    private static boolean isOwn(GivenNumber given, StampIncoming.Wish wish) {
        return given.delivery().equals(wish.delivery()) && given.stands();
    }

    private static boolean isAsEntered(GivenNumber entered, StampIncoming.Wish wish) {
        return entered.number().equals(wish.number())
                && entered.entered().orElseThrow().date().equals(wish.date());
    }

    /** Stamped files of the copy whose number still counts. */
    static List<StampedFile> standing(Transaction transaction, DeliveryId delivery) {
        List<GivenNumber> wrong = transaction.stamps().numbers(delivery).stream()
                .filter(number -> !number.stands())
                .toList();
        return transaction.stamps().of(delivery).stream()
                .filter(file -> wrong.stream().noneMatch(number -> number.isOn(file)))
                .toList();
    }

    private static String facts(StampedFile file, String certificate) {
        return Facts.with("incomingNumber", file.number() + "/" + file.year())
                .and("incomingDate", file.date())
                .and("file", file.name())
                .and("delivery", file.delivery())
                .and("agency", file.agency())
                .and("bytes", file.bytes().digest())
                .and("length", file.bytes().length())
                .and("certificate", certificate)
                .json();
    }
}
