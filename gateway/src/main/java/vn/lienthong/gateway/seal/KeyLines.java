package vn.lienthong.gateway.seal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line for each holder's key. There are never more threads than holders, since each has one question open at most.
 *
 * @param <O> who holds keys
 */
public final class KeyLines<O> {

    private final Map<O, KeyLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "seal-key");
        thread.setDaemon(true);
        return thread;
    });

    public KeyLine of(O holder) {
        return lines.computeIfAbsent(holder, ignored -> new KeyLine(threads));
    }
}
