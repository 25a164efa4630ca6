package vn.lienthong.gateway.tray;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * Enters what arrived under its number, on the day it came (Decree 30/2020/NĐ-CP Art 22), whatever kind of file it is and
 * whether or not the agency's key is at hand: the stamp may follow. A number that was entered wrongly is made void.
 */
public final class EnterIncoming {

    private final UnitOfWork work;
    private final Clock clock;

    public EnterIncoming(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What a clerk wants entered.
     *
     * @param agency that answers for the copy today: whose register it is
     * @param date of arrival; the number is one of its year
     * @param far whether the clerk was told that the number is far above the next one
     * @param actor as evidence names people
     */
    public record Wish(
            DossierId dossier,
            DeliveryId delivery,
            AgencyId agency,
            IncomingNumber number,
            LocalDate date,
            boolean far,
            String actor) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** It has the number, now or since the button was pressed before. */
        record Entered(GivenNumber number) implements Outcome {}

        /** Another document has the number, or it was made void. */
        record Taken(IncomingNumber next) implements Outcome {}

        /** The copy has a number already. */
        record Has(GivenNumber number) implements Outcome {}

        /** The number is far above the next one, and the year's next numbers would follow it. */
        record AskFar(IncomingNumber next) implements Outcome {}
    }

    /** The number that would be given now. */
    public IncomingNumber next(AgencyId agency, int year) {
        return work.reading(transaction -> transaction.stamps().next(agency, year));
    }

    /** All numbers that the copy has and had. */
    public List<GivenNumber> of(DeliveryId delivery) {
        return work.reading(transaction -> transaction.stamps().numbers(delivery));
    }

    /** Under which the agency has the copy in its register. */
    public Optional<GivenNumber> standing(DeliveryId delivery, AgencyId agency) {
        return work.reading(transaction -> standing(transaction, delivery, agency));
    }

    static Optional<GivenNumber> standing(Transaction transaction, DeliveryId delivery, AgencyId agency) {
        return transaction.stamps().numbers(delivery).stream()
                .filter(number -> number.agency().equals(agency) && number.stands())
                .findFirst();
    }

    public Outcome enter(Wish wish) {
        Instant now = clock.instant();
        GivenNumber number = new GivenNumber(
                wish.agency(),
                wish.date().getYear(),
                wish.number(),
                wish.delivery(),
                Optional.of(new GivenNumber.Entered(wish.date(), wish.actor(), now)),
                Optional.empty());
        return work.inTransaction(transaction -> {
            // The copy's row first, as whoever stamps it does: of two clerks the second one finds the first one's
            // number.
            transaction.deliveries().locked(wish.delivery());
            Optional<GivenNumber> before = standing(transaction, wish.delivery(), wish.agency());
            if (before.isPresent()) {
                return isSame(before.get(), number) ? new Outcome.Entered(before.get()) : new Outcome.Has(before.get());
            }
            IncomingNumber next = transaction.stamps().next(wish.agency(), number.year());
            if (FarNumber.is(wish.number(), next) && !wish.far()) {
                return new Outcome.AskFar(next);
            }
            if (!transaction.stamps().enter(number)) {
                return new Outcome.Taken(next);
            }
            transaction
                    .entries()
                    .append(wish.dossier(), now, EvidenceEvent.NUMBERED, wish.actor(), facts(number, wish.date()));
            return new Outcome.Entered(number);
        });
    }

    /**
     * Makes a number of the copy void, for a reason that stays with it.
     *
     * @param reason in one line, not empty
     * @return false where the copy has no such number, or it is void already
     */
    public boolean makeVoid(DossierId dossier, GivenNumber number, String reason, String actor) {
        Instant now = clock.instant();
        return work.inTransaction(transaction -> {
            transaction.deliveries().locked(number.delivery());
            boolean done = transaction.stamps().makeVoid(number, new GivenNumber.Voided(reason, actor, now));
            if (done) {
                String facts = Facts.with("incomingNumber", text(number))
                        .and("reason", reason)
                        .and("delivery", number.delivery())
                        .and("agency", number.agency())
                        .json();
                transaction.entries().append(dossier, now, EvidenceEvent.NUMBER_VOIDED, actor, facts);
            }
            return done;
        });
    }

    private static boolean isSame(GivenNumber before, GivenNumber wanted) {
        return before.year() == wanted.year()
                && before.number().equals(wanted.number())
                && before.entered()
                        .map(GivenNumber.Entered::date)
                        .equals(wanted.entered().map(GivenNumber.Entered::date));
    }

    private static String facts(GivenNumber number, LocalDate date) {
        return Facts.with("incomingNumber", text(number))
                .and("incomingDate", date)
                .and("delivery", number.delivery())
                .and("agency", number.agency())
                .json();
    }

    private static String text(GivenNumber number) {
        return number.number() + "/" + number.year();
    }
}
