package vn.lienthong.gateway.signature.key;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A key that answers in time or is said not to. A token may hang for ever: then the threads that asked it do, so many and no
 * more, and whoever comes is told so instead of hanging too. It is asked again as soon as one of them came back.
 */
public final class AnsweringKey implements SigningKey {

    private final SigningKey key;
    private final Duration within;
    private final Semaphore open;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "signing-key");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Asks another key.
     *
     * @param within how long one waits for one's turn and for the answer, together
     * @param atOnce questions that may be open at the same time
     */
    public AnsweringKey(SigningKey key, Duration within, int atOnce) {
        this.key = key;
        this.within = within;
        this.open = new Semaphore(atOnce, true);
    }

    /** @throws SigningException also when there is no answer in time; a value that comes later is thrown away */
    @Override
    public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        long until = System.nanoTime() + within.toNanos();
        try {
            if (!open.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(null);
            }
            return ask(toBeSigned, algorithm, until);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw late(stopped);
        }
    }

    private byte[] ask(byte[] toBeSigned, SignatureAlgorithm algorithm, long until)
            throws SigningException, InterruptedException {
        FutureTask<byte[]> question = new FutureTask<>(() -> key.sign(toBeSigned, algorithm)) {
            @Override
            protected void done() {
                open.release();
            }
        };
        try {
            threads.execute(question);
        } catch (RuntimeException | Error noThread) {
            // It will never run: its end gives the place back.
            question.cancel(false);
            throw noThread;
        }
        try {
            return question.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            throw late(hanging);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SigningException refused) {
                throw refused;
            }
            throw new SigningException("key: " + failed.getCause() + " (expected: a signature)", failed);
        }
    }

    private SigningException late(@Nullable Exception why) {
        return new SigningException("key: no answer (expected: one within " + within + ")", why);
    }

    @Override
    public X509Certificate certificate() {
        return key.certificate();
    }

    @Override
    public List<X509Certificate> chain() {
        return key.chain();
    }

    @Override
    public SignatureAlgorithm usualAlgorithm() {
        return key.usualAlgorithm();
    }
}
