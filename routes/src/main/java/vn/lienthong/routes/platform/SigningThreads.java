package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.lienthong.gateway.approval.SignBatch;

/**
 * Signs what officers confirmed: at once when one was, and by itself what a process that went down left, or another node. At the
 * end nothing is waited for: what was cut off goes on later.
 */
public final class SigningThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SigningThreads.class);
    private static final int THREADS = 2;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SignBatch signing;
    private final Duration every;
    private volatile ScheduledExecutorService threads = none();
    private volatile boolean running;

    SigningThreads(SignBatch signing) {
        this(signing, EVERY);
    }

    SigningThreads(SignBatch signing, Duration every) {
        this.signing = signing;
        this.every = every;
    }

    private static ScheduledExecutorService none() {
        ScheduledExecutorService none = Executors.newScheduledThreadPool(0);
        none.shutdown();
        return none;
    }

    /** Something was confirmed. */
    public void wake() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException ending) {
            LOG.debug("signing: ends (expected: taken up later)", ending);
        }
    }

    @CatchAll(
            "what one batch comes to grief over, an error of the machine too, does not stop the others, nor the thread")
    private void work() {
        try {
            while (running && signing.next()) {
                LOG.debug("signing: a turn is done");
            }
        } catch (Throwable failed) {
            if (running) {
                LOG.error("signing: {} (expected: taken up again later)", failed.getMessage(), failed);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newScheduledThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("signing-", 0).factory());
        // It ends with its threads alone: what goes wrong in it is logged there.
        var unused =
                threads.scheduleWithFixedDelay(this::work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
