package vn.lienthong.gateway.signature.secondopinion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * An engine on few threads of its own that is waited for only so long. No queue: while all are busy, such as with
 * files that it does not come to an end with, nobody is asked, and who wanted to comes again. Whatever the engine throws is no
 * opinion.
 */
public final class AnswerInTime implements SecondOpinion, AutoCloseable {

    private final SecondOpinion engine;
    private final Duration longest;
    private final Semaphore free;
    private final ThreadFactory threads =
            Thread.ofPlatform().daemon().name("second-opinion-", 0).factory();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param atOnce how many files are judged at the same time
     * @param longest how long one file may take
     */
    public AnswerInTime(SecondOpinion engine, int atOnce, Duration longest) {
        this.engine = engine;
        this.longest = longest;
        this.free = new Semaphore(atOnce);
    }

    @Override
    public Opinion about(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion {
        String name = file.name();
        if (closed) {
            throw stopping(name);
        }
        if (!free.tryAcquire()) {
            throw NoOpinion.notAsked("second opinion on " + name + ": all threads are busy with other files");
        }
        FutureTask<Opinion> asked = new FutureTask<>(() -> judge(file, beside, validationTime));
        Thread thread = threads.newThread(asked);
        start(thread);
        return answer(name, asked, thread);
    }

    // Free before the answer is out: who has it may ask about the next file at once.
    private Opinion judge(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion {
        try {
            return engine.about(file, beside, validationTime);
        } finally {
            running.remove(Thread.currentThread());
            free.release();
        }
    }

    private void start(Thread thread) {
        boolean started = false;
        running.add(thread);
        try {
            thread.start();
            started = true;
            if (closed) {
                // Whoever closed may have looked before this one was under way.
                thread.interrupt();
            }
        } finally {
            if (!started) {
                running.remove(thread);
                free.release();
            }
        }
    }

    // The thread is interrupted and not the task: only the engine's end makes room for another file.
    private Opinion answer(String name, FutureTask<Opinion> asked, Thread thread) throws NoOpinion {
        try {
            return asked.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw new NoOpinion("second opinion on " + name + ": none after " + longest.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            if (closed) {
                throw stopping(name);
            }
            if (failed.getCause() instanceof NoOpinion none) {
                throw none;
            }
            throw new NoOpinion("second opinion on " + name + ": " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopping) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw stopping(name);
        }
    }

    private static NoOpinion stopping(String name) {
        return NoOpinion.notAsked("second opinion on " + name + ": the gateway stops");
    }

    /** Files under way are given up. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Thread::interrupt);
    }
}
