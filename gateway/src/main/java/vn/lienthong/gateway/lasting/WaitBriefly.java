package vn.lienthong.gateway.lasting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.evidence.TimestampFailed;

/**
 * Asks authorities for what is worth a short wait and no longer. Who is too slow is left alone for a while: hundreds of signatures
 * do not wait for it one after the other. Safe for many threads.
 */
public final class WaitBriefly {

    private static final Logger LOG = LoggerFactory.getLogger(WaitBriefly.class);
    private static final Duration REST = Duration.ofMinutes(1);

    /** Files in work at the same time, each in memory as a whole; whoever comes beyond waits for a place. */
    private static final int AT_ONCE = 4;

    private final Duration within;
    private final ExecutorService calls;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable Instant restsUntil;

    /**
     * Waits for answers.
     *
     * @param within how long for one; zero: nothing is asked
     * @param calls on whose threads authorities are asked
     */
    public WaitBriefly(Duration within, ExecutorService calls, Clock clock) {
        this.within = within;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The answer; empty where none is there in time, or none was asked for. A fault in answering is no answer.
     *
     * @param about what it is for, as the log names it
     */
    public <T> Optional<T> ask(String about, Callable<T> question) {
        if (within.isZero() || rests()) {
            return Optional.empty();
        }
        long until = System.nanoTime() + within.toNanos();
        try {
            // Half of it is the authority's: one that was hardly asked is not found slow.
            if (!places.tryAcquire(within.toNanos() / 2, TimeUnit.NANOSECONDS)) {
                LOG.warn("{}: no timestamp, {} others wait for theirs", about, AT_ONCE);
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return answer(about, calls.submit(question), until);
        } catch (RejectedExecutionException stopping) {
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private <T> Optional<T> answer(String about, Future<T> asked, long until) {
        try {
            return Optional.of(asked.get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            asked.cancel(true);
            restsUntil = clock.instant().plus(REST);
            LOG.warn("{}: no timestamp within {}, none is asked for in {}", about, within, REST);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimestampFailed none) {
                LOG.warn("{}: no timestamp, {}", about, none.getMessage());
            } else {
                LOG.error("{}: no timestamp", about, failed.getCause());
            }
        } catch (InterruptedException stopping) {
            // What was signed is kept as it is.
            asked.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private boolean rests() {
        Instant until = restsUntil;
        return until != null && clock.instant().isBefore(until);
    }
}
