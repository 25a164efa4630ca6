package vn.lienthong.gateway.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * Those who want one agency's key, one after the other. A token may hang for ever: then its thread does, and whoever comes is
 * told at once, while the keys of the others go on.
 */
public final class KeyLine {

    private final Semaphore turn = new Semaphore(1, true);
    private final Executor threads;
    private @Nullable Instant hangingSince;
    private boolean held;

    KeyLine(Executor threads) {
        this.threads = threads;
    }

    /** Since when the key owes an answer; empty where it does not. */
    public synchronized Optional<Instant> hangingSince() {
        return Optional.ofNullable(hangingSince);
    }

    /** Waits for one's turn; false where it did not come in time. */
    public boolean enter(Duration patience) throws InterruptedException {
        if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        hold(true);
        return true;
    }

    private synchronized void hold(boolean now) {
        held = now;
    }

    /** A turn whose question is still open ends when that is answered. */
    public synchronized void leave() {
        held = false;
        if (hangingSince == null) {
            turn.release();
        }
    }

    /**
     * Asks the key, on a thread of its own.
     *
     * @throws SigningException when it refuses, or does not answer in time
     */
    public <T> T ask(Callable<T> question, Duration within, Instant now) throws SigningException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(question) {
            @Override
            protected void done() {
                answered();
            }
        };
        threads.execute(task);
        try {
            return task.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException late) {
            hang(task, now);
            if (late instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new SigningException("key: no answer (expected: one within " + within + ")", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SigningException refused) {
                throw refused;
            }
            throw new SigningException("key: " + failed.getCause() + " (expected: an answer)", failed);
        }
    }

    private synchronized void hang(FutureTask<?> task, Instant now) {
        if (!task.isDone()) {
            hangingSince = now;
        }
    }

    private synchronized void answered() {
        if (hangingSince != null) {
            hangingSince = null;
            if (!held) {
                turn.release();
            }
        }
    }
}
