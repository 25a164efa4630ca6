package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.form.FormKind;

/**
 * Lays a timestamp beside an officer's signature just made (EN 319 142-1 §6, level T), where one is to be had at once. An authority
 * that is slow or away stops nobody: the signature stays at level B, and the timestamp of the agency's seal above it proves that it
 * was there.
 */
public final class StampSignature {

    private static final Logger LOG = LoggerFactory.getLogger(StampSignature.class);

    /** Who was too slow is left alone for a while: hundreds of documents do not wait for it one after the other. */
    private static final Duration REST = Duration.ofMinutes(1);

    /** Files in work at the same time, each in memory as a whole; whoever comes beyond goes without. */
    private static final int AT_ONCE = 4;

    private final ExtendFile extending;
    private final BeginLasting.Rule rules;
    private final Duration within;
    private final ExecutorService calls;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable Instant restsUntil;

    /**
     * Asks by the rules that hold for signatures of officers.
     *
     * @param within how long one is waited for; zero: none is asked for
     * @param calls on whose threads authorities are asked
     */
    public StampSignature(
            ExtendFile extending, BeginLasting.Rule rules, Duration within, ExecutorService calls, Clock clock) {
        this.extending = extending;
        this.rules = rules;
        this.within = within;
        this.calls = calls;
        this.clock = clock;
    }

    /** The same file with its timestamp, checked; or as it is. */
    byte[] stamped(AgencyId agency, byte[] signed, Instant at) {
        if (within.isZero() || rests() || rules.of(agency, FormKind.OFFICER).goal() == LastingLevel.B) {
            return signed;
        }
        if (!places.tryAcquire()) {
            return signed;
        }
        try {
            return answered(calls.submit(() -> extending.step(signed, LastingLevel.T, at)), agency, signed);
        } catch (RejectedExecutionException stopping) {
            return signed;
        } finally {
            places.release();
        }
    }

    private byte[] answered(Future<ExtendFile.Step> asked, AgencyId agency, byte[] signed) {
        try {
            return switch (asked.get(within.toMillis(), TimeUnit.MILLISECONDS)) {
                case ExtendFile.Step.Grown grown -> grown.file();
                case ExtendFile.Step.Enough enough -> signed;
                case ExtendFile.Step.NotYet not -> {
                    // Whether it lies in the file or in the authority: that has a breaker of its own.
                    LOG.warn("officer's signature for {}: no timestamp of its own, {}", agency, not.why());
                    yield signed;
                }
            };
        } catch (TimeoutException slow) {
            asked.cancel(true);
            restsUntil = clock.instant().plus(REST);
            LOG.warn("officers' signatures: no timestamp within {}, none is asked for in {}", within, REST);
            return signed;
        } catch (ExecutionException failed) {
            LOG.error("officer's signature for {}: no timestamp of its own", agency, failed.getCause());
            return signed;
        } catch (InterruptedException stopping) {
            // What was signed is kept first.
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return signed;
        }
    }

    private boolean rests() {
        Instant until = restsUntil;
        return until != null && clock.instant().isBefore(until);
    }
}
