package vn.lienthong.routes.command.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs one step at a time and watches what the client makes of it. Safe for many calls at once. */
final class Check implements FaultyDoor.Watch {
    private final Dialect dialect;
    private final Partner partner;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Seen> seen = new ArrayList<>();

    /** Items that lists named, by transport id, for lists that name them once more. */
    private final Map<String, String> items = new LinkedHashMap<>();

    /** By the call itself, not by what it says: two may say the same. */
    private final IdentityHashMap<Call, @Nullable Step> begunIn = new IdentityHashMap<>();

    private List<String> waiting = List.of();
    private @Nullable Step running;

    Check(Dialect dialect, Partner partner, Clock clock) {
        this.dialect = dialect;
        this.partner = partner;
        this.clock = clock;
    }

    /** Prepares the step and returns when it can be judged, or the time is over. */
    Verdict run(Step step, Duration longest) throws InterruptedException {
        begin(step);
        long nanos = TimeUnit.MILLISECONDS.toNanos(longest.toMillis());
        lock.lock();
        try {
            while (true) {
                Optional<Verdict> verdict = step.judge(List.copyOf(seen), waiting);
                if (verdict.isPresent()) {
                    return verdict.get();
                }
                if (nanos <= 0) {
                    return Verdict.fail(step.missing());
                }
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            running = null;
            lock.unlock();
        }
    }

    // The lock is held: no call is judged by half of a step.
    private void begin(Step step) {
        lock.lock();
        try {
            seen.clear();
            items.clear();
            waiting = step.prepare(partner);
            running = step;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Fault begin(Call call) {
        Operation operation = dialect.operation(call);
        lock.lock();
        try {
            begunIn.put(call, running);
            Fault fault = running == null
                    ? Fault.NONE
                    : running.fault(operation, dialect.docId(call), List.copyOf(seen), waiting);
            if (fault == Fault.BUSY || fault == Fault.SLOW || fault == Fault.LOST) {
                // At once, not at its end: the next call, which may come before, is no longer the first.
                seen.add(new Seen(operation, "", dialect.identity(call), fault, false, false, "", clock.instant()));
            }
            return fault;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public byte[] list(Answer answer, Fault fault) {
        if (fault != Fault.TWICE) {
            return answer.body();
        }
        lock.lock();
        try {
            return dialect.again(answer.body(), waiting, items);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end(Call call, Fault fault, Answer answer, boolean told) {
        Operation operation = dialect.operation(call);
        boolean hands = operation == Operation.SEND || operation == Operation.STATUS;
        boolean done = fault != Fault.BUSY && dialect.isOk(answer);
        String docId = hands && done ? dialect.answeredId(answer) : dialect.docId(call);
        Instant now = clock.instant();
        String complaint = done ? "" : dialect.complaint(answer);
        String identity =
                operation == Operation.STATUS && done ? dialect.told(call, docId, partner) : dialect.identity(call);
        boolean sent = operation == Operation.SEND && done;
        boolean held = sent && partner.isHeld(docId);
        if (sent && !held) {
            partner.note(docId);
        }
        Seen one = new Seen(operation, docId, identity, fault, done && told, held, complaint, now);
        lock.lock();
        try {
            // A call that began in an earlier step says nothing about this one.
            if (begunIn.remove(call) != running || running == null) {
                return;
            }
            if (fault == Fault.BUSY || fault == Fault.SLOW || fault == Fault.LOST) {
                seen.replaceAll(early -> early.fault() == fault && early.docId().isEmpty() && !early.ok()
                        ? new Seen(
                                operation, docId, early.identity(), fault, one.ok(), one.held(), complaint, early.at())
                        : early);
            } else {
                seen.add(one);
            }
            if (done && dialect.alsoConfirms(call)) {
                String copy = dialect.docId(call);
                seen.add(new Seen(Operation.CONFIRM, copy, "", fault, one.ok(), false, "", now));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
