package vn.lienthong.gateway.signature.making;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs many with one key in one session: while the key works on a handful, other threads make the next one ready and complete the
 * last. What lies in memory is bounded: three handfuls at most.
 *
 * @param <T> what is signed
 * @param <R> what came of it
 */
public final class SignInLine<T, R> {
    private static final int MOST_AT_ONCE = 16;
    private static final long MOST_BYTES_AT_ONCE = 16L << 20;

    private final SigningKey key;
    private final Work<T, R> work;
    private final int threads;

    /** @param threads that prepare and complete */
    public SignInLine(SigningKey key, Work<T, R> work, int threads) {
        this.key = key;
        this.work = work;
        this.threads = threads;
    }

    /** What is done with each; by several threads, one at a time for each. Throws nothing for what is in a file. */
    public interface Work<T, R> {

        /** How much of memory it takes, in bytes. */
        long bytes(T one);

        /** It is begun; told in order. */
        void begun(T one);

        Ready<R> prepare(T one);

        R complete(T one, PreparedFile prepared, byte[] value);

        /** The key did not sign it. */
        R failed(T one, SigningException why);

        /** The key was lost before. */
        R notTried(T one);

        /** Preparing or completing it threw after all, or took more memory than there is: the others go on. */
        R stumbled(T one, Throwable over);
    }

    /** What preparing came to. */
    public sealed interface Ready<R> {

        /** It waits for its value. */
        record Waiting<R>(PreparedFile prepared) implements Ready<R> {}

        /** It is not to be signed. */
        record Over<R>(R outcome) implements Ready<R> {}
    }

    /**
     * Signs all.
     *
     * @param told hears of each, in their order
     * @return false where the key was lost on the way
     */
    public boolean sign(List<T> all, Consumer<R> told) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, run -> {
            Thread thread = new Thread(run, "sign-in-line");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return sign(handfuls(all), workers, told);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<List<T>> handfuls(List<T> all) {
        List<List<T>> handfuls = new ArrayList<>();
        List<T> current = new ArrayList<>();
        long bytes = 0;
        for (T one : all) {
            long more = work.bytes(one);
            if (!current.isEmpty() && (current.size() == MOST_AT_ONCE || bytes + more > MOST_BYTES_AT_ONCE)) {
                handfuls.add(current);
                current = new ArrayList<>();
                bytes = 0;
            }
            current.add(one);
            bytes += more;
        }
        if (!current.isEmpty()) {
            handfuls.add(current);
        }
        return handfuls;
    }

    private boolean sign(List<List<T>> handfuls, ExecutorService workers, Consumer<R> told)
            throws InterruptedException {
        List<Future<Ready<R>>> next = handfuls.isEmpty() ? List.of() : prepared(handfuls.getFirst(), workers);
        List<Future<R>> completing = List.of();
        for (int i = 0; i < handfuls.size(); i++) {
            List<Ready<R>> ready = ready(handfuls.get(i), next);
            next = i + 1 < handfuls.size() ? prepared(handfuls.get(i + 1), workers) : List.of();
            Answer answer = asked(ready);
            List<Future<R>> now = completed(handfuls.get(i), ready, answer, workers);
            if (i > 0) {
                tell(handfuls.get(i - 1), completing, told);
            }
            completing = now;
            if (answer.lost()) {
                tell(handfuls.get(i), completing, told);
                if (i + 1 < handfuls.size()) {
                    ready(handfuls.get(i + 1), next);
                }
                handfuls.subList(i + 1, handfuls.size())
                        .forEach(left -> left.forEach(one -> told.accept(work.notTried(one))));
                return false;
            }
        }
        if (!handfuls.isEmpty()) {
            tell(handfuls.getLast(), completing, told);
        }
        return true;
    }

    private List<Future<Ready<R>>> prepared(List<T> handful, ExecutorService workers) {
        List<Future<Ready<R>>> futures = new ArrayList<>(handful.size());
        for (T one : handful) {
            work.begun(one);
            futures.add(workers.submit(() -> work.prepare(one)));
        }
        return futures;
    }

    /** What the key said to those that waited, in their order. */
    private record Answer(List<Signed> values) {
        /** One wrong value among others is that file's, wherever it stands; a key that gave none at all is lost. */
        boolean lost() {
            return !values.isEmpty() && values.stream().allMatch(Signed.Failed.class::isInstance);
        }
    }

    private Answer asked(List<Ready<R>> ready) {
        List<PreparedFile> waiting = new ArrayList<>();
        for (Ready<R> one : ready) {
            if (one instanceof Ready.Waiting<R> waits) {
                waiting.add(waits.prepared());
            }
        }
        if (waiting.isEmpty()) {
            return new Answer(List.of());
        }
        try {
            return new Answer(key.signAll(
                    waiting.stream().map(PreparedFile::toBeSigned).toList(),
                    waiting.getFirst().algorithm()));
        } catch (SigningException lost) {
            return none(waiting.size(), lost);
        } catch (RuntimeException fault) {
            // A library behind the key that fails is the key's fault, not the files'.
            return none(waiting.size(), new SigningException("key: " + fault + " (expected: a signature)", fault));
        }
    }

    private static Answer none(int count, SigningException why) {
        List<Signed> failed = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            failed.add(new Signed.Failed(why));
        }
        return new Answer(failed);
    }

    private List<Future<R>> completed(List<T> handful, List<Ready<R>> ready, Answer answer, ExecutorService workers) {
        List<Future<R>> futures = new ArrayList<>(handful.size());
        int at = 0;
        for (int i = 0; i < handful.size(); i++) {
            T one = handful.get(i);
            switch (ready.get(i)) {
                case Ready.Over<R> over -> futures.add(workers.submit(over::outcome));
                case Ready.Waiting<R> waiting -> {
                    Signed signed = answer.values().get(at);
                    at++;
                    futures.add(workers.submit(() -> outcome(one, waiting.prepared(), signed)));
                }
            }
        }
        return futures;
    }

    private R outcome(T one, PreparedFile prepared, Signed signed) {
        return switch (signed) {
            case Signed.Value value -> work.complete(one, prepared, value.bytes());
            case Signed.Failed failed -> work.failed(one, failed.why());
        };
    }

    private List<Ready<R>> ready(List<T> handful, List<Future<Ready<R>>> preparing) throws InterruptedException {
        List<Ready<R>> all = new ArrayList<>(handful.size());
        for (int i = 0; i < handful.size(); i++) {
            T one = handful.get(i);
            all.add(result(preparing.get(i), over -> new Ready.Over<>(work.stumbled(one, over))));
        }
        return all;
    }

    private void tell(List<T> handful, List<Future<R>> completing, Consumer<R> told) throws InterruptedException {
        for (int i = 0; i < handful.size(); i++) {
            T one = handful.get(i);
            told.accept(result(completing.get(i), over -> work.stumbled(one, over)));
        }
    }

    private static <A> A result(Future<A> future, Function<Throwable, A> stumbled) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException fault) {
            return stumbled.apply(fault.getCause() == null ? fault : fault.getCause());
        }
    }
}
