package vn.lienthong.gateway.dossier.opinion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;

/**
 * Asks another engine about documents that are on record already, as of their receipt and with what is known of revocation by
 * now, and acts on what it says. What waits lies in the record: it is taken up after a restart, by any node, and a document that
 * ends the engine or the process is left to a person after a few times. No answer is never agreement.
 */
public final class AskOpinions {

    private static final Logger LOG = LoggerFactory.getLogger(AskOpinions.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final int MOST_TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);
    /** Until a document has its turn that found no room, or a gateway that stopped. */
    private static final Duration UNTIL_ROOM = Duration.ofMinutes(1);
    /** As often at most a signature is looked at that is not settled yet, and each file beside it that is. */
    private static final Duration UNTIL_SETTLED = Duration.ofHours(1);

    /** The part of a document's age that it then waits for: some fifty looks in a month. */
    private static final int PART_OF_AGE = 8;

    private static final Duration SETTLED_AT_LATEST = Duration.ofDays(30);
    /** Files of one document that a person is told of by name. */
    private static final int MOST_NAMED = 3;

    private final UnitOfWork work;
    private final CompareDocument comparing;
    private final TryEngine engine;
    private final Consumer<OpinionOutcome> counting;
    private final Duration lease;
    private final Clock clock;
    private final Lock begunBefore = new ReentrantLock();

    /**
     * @param counting told of each outcome, for measuring
     * @param lease nobody else is given a document before; counted anew with each of its files, so longer than all threads
     *     may take over one
     */
    public AskOpinions(
            UnitOfWork work,
            CompareDocument comparing,
            TryEngine engine,
            Consumer<OpinionOutcome> counting,
            Duration lease,
            Clock clock) {
        this.work = work;
        this.comparing = comparing;
        this.engine = engine;
        this.counting = counting;
        this.lease = lease;
        this.clock = clock;
    }

    /** Asks about what is due; returns about how many documents the engine spoke. */
    public int ask() {
        if (!engine.ready()) {
            return 0;
        }
        int answered = 0;
        while (true) {
            // One alone: what ends the process counts against nothing that only waited behind it.
            Instant now = clock.instant();
            List<Opinions.Waiting> due =
                    work.inTransaction(transaction -> transaction.opinions().take(now, lease, 1));
            if (due.isEmpty()) {
                return answered;
            }
            switch (inTurn(due.getFirst())) {
                case SPOKE -> answered++;
                case SILENT -> {}
                case NO_ROOM -> {
                    return answered;
                }
            }
        }
    }

    /** What came of one document. */
    private enum Turn {
        SPOKE,
        SILENT,
        /** It was not asked about, nor would the next one be. */
        NO_ROOM
    }

    // Of several that were under way when a process ended, one did it: alone, each of the others is soon cleared.
    private Turn inTurn(Opinions.Waiting waiting) {
        if (waiting.begun() == 0) {
            return ask(waiting);
        }
        if (!begunBefore.tryLock()) {
            postponeUncounted(waiting);
            return Turn.SILENT;
        }
        try {
            return ask(waiting);
        } finally {
            begunBefore.unlock();
        }
    }

    // Whatever one document does to its reading, the others behind it have their turn.
    private Turn ask(Opinions.Waiting waiting) {
        Optional<Dossier> found =
                work.reading(transaction -> transaction.dossiers().find(waiting.dossier()));
        Dossier dossier = found.orElseThrow();
        if (waiting.begun() >= MOST_TRIES) {
            leave(dossier, "hỏi " + waiting.begun() + " lần, lần nào tiến trình cũng dừng giữa chừng");
            return Turn.SILENT;
        }
        try {
            if (record(dossier, comparing.compare(dossier, () -> renew(waiting)))) {
                engine.room();
                return Turn.SPOKE;
            }
        } catch (NoOpinion none) {
            if (!none.asked()) {
                return noRoom(waiting);
            }
            engine.room();
            unanswered(waiting, dossier, String.valueOf(none.getMessage()));
        } catch (RuntimeException fault) {
            if (Thread.currentThread().isInterrupted()) {
                return noRoom(waiting);
            }
            LOG.warn("dossier {}: no second opinion now", dossier.id(), fault);
            unanswered(waiting, dossier, String.valueOf(fault.getMessage()));
        }
        return Turn.SILENT;
    }

    private Turn noRoom(Opinions.Waiting waiting) {
        postponeUncounted(waiting);
        if (!Thread.currentThread().isInterrupted()) {
            engine.noRoom();
        }
        return Turn.NO_ROOM;
    }

    /** As long again, and as much longer as the lease was for what somebody began before. */
    private void renew(Opinions.Waiting waiting) {
        Instant until = clock.instant().plus(lease.multipliedBy(1L << waiting.begun()));
        work.inTransaction(transaction -> {
            transaction.opinions().again(waiting.dossier(), until);
            return true;
        });
    }

    // A thread that is told to stop could not write any more, and the try would count after all.
    private void postponeUncounted(Opinions.Waiting waiting) {
        boolean stopping = Thread.interrupted();
        try {
            Instant next = clock.instant().plus(UNTIL_ROOM);
            work.inTransaction(transaction -> {
                transaction.opinions().postpone(waiting.dossier(), next);
                return true;
            });
        } finally {
            if (stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean record(Dossier dossier, DocumentComparison compared) {
        Instant now = clock.instant();
        String detail = MAPPER.writeValueAsString(compared.signatures());
        // A dispute that is found waits for nothing: else a sender could have another file of his put it off.
        if (compared.outcome() != OpinionOutcome.DISAGREED) {
            if (compared.unsettled() && now.isBefore(dossier.receivedAt().plus(SETTLED_AT_LATEST))) {
                postponeUntilSettled(dossier, now);
                return compared.asked();
            }
            if (!compared.missing().isEmpty()) {
                leave(
                        dossier,
                        String.join(
                                "; ",
                                compared.missing().stream().limit(MOST_NAMED).toList()),
                        detail);
                return compared.asked();
            }
        }
        boolean first = work.inTransaction(transaction -> close(transaction, dossier, compared, detail, now));
        if (first) {
            counting.accept(compared.outcome());
        }
        return first && compared.outcome() != OpinionOutcome.NONE;
    }

    private void postponeUntilSettled(Dossier dossier, Instant now) {
        Duration part = Duration.between(dossier.receivedAt(), now).dividedBy(PART_OF_AGE);
        Instant next = now.plus(part.compareTo(UNTIL_SETTLED) > 0 ? part : UNTIL_SETTLED);
        work.inTransaction(transaction -> {
            transaction.opinions().postpone(dossier.id(), next);
            return true;
        });
    }

    private static boolean close(
            Transaction transaction, Dossier dossier, DocumentComparison compared, String detail, Instant now) {
        if (!transaction.opinions().close(dossier.id(), compared.outcome(), now, detail)) {
            return false;
        }
        if (compared.outcome() == OpinionOutcome.DISAGREED) {
            HoldDisputed.hold(transaction, dossier.id(), compared.signatures(), now);
        }
        return true;
    }

    private void unanswered(Opinions.Waiting waiting, Dossier dossier, String why) {
        int tries = waiting.begun() + 1;
        if (tries >= MOST_TRIES) {
            leave(dossier, "hỏi " + tries + " lần không được trả lời (" + why + ")");
            return;
        }
        Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << waiting.begun()));
        work.inTransaction(transaction -> {
            transaction.opinions().again(dossier.id(), next);
            return true;
        });
    }

    /** Nobody asks any more by himself; the policy wanted it asked, so a person hears of it. */
    private void leave(Dossier dossier, String why) {
        leave(dossier, why, "[]");
    }

    private void leave(Dossier dossier, String why, String detail) {
        Instant now = clock.instant();
        String text = "Văn bản " + dossier.facts().symbol() + ": không có ý kiến thứ hai về chữ ký, " + why
                + "; không tự hỏi nữa. Hãy kiểm tra tệp bằng phần mềm khác.";
        boolean first = work.inTransaction(transaction -> {
            boolean closed = transaction.opinions().close(dossier.id(), OpinionOutcome.NONE, now, detail);
            if (closed && dossier.state() != DossierState.REFUSED) {
                transaction
                        .alerts()
                        .raise(new Alerts.Alert(
                                now, "SECOND_OPINION_MISSING", Optional.of(dossier.id()), Optional.empty(), text));
            }
            return closed;
        });
        if (first) {
            counting.accept(OpinionOutcome.NONE);
        }
    }
}
