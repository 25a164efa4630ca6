package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** Records that a copy was stamped, one after the other: who comes second sees what the first one did. */
final class RecordStamp {

    /** So far above the next number hardly anybody means to go: what is typed would be the year's highest for good. */
    private static final int FAR = 50;

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
        boolean taken = transaction
                .stamps()
                .holder(wish.agency(), year, wish.number())
                .filter(holder -> !holder.equals(wish.delivery()))
                .isPresent();
        IncomingNumber next = transaction.stamps().next(wish.agency(), year);
        if (taken) {
            return Optional.of(new StampIncoming.Outcome.Taken(next));
        }
        List<StampedFile> before = transaction.stamps().of(wish.delivery());
        if (before.size() != wish.seen()) {
            return Optional.of(new StampIncoming.Outcome.AskFirst(before));
        }
        return wish.number().serial() > next.serial() + FAR && !wish.far()
                ? Optional.of(new StampIncoming.Outcome.AskFar(next))
                : Optional.empty();
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
