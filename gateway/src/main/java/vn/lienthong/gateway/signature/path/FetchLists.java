package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.security.cert.CRLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the revocation lists that an answer was missed for, and renews those at hand before they end. Apart from documents
 * and outside every transaction: one fetch answers for all that wait, a few addresses at a time, and one that fails is left
 * alone for longer each time.
 */
public final class FetchLists {
    private static final Logger LOG = LoggerFactory.getLogger(FetchLists.class);
    private static final int AT_ONCE = 8;

    private final CrlCache lists;
    private final RevocationSource source;
    private final FetchSettings settings;
    private final ExecutorService threads;
    private final Clock clock;
    private final Map<URI, Turn> turns = new ConcurrentHashMap<>();
    private final AtomicBoolean fetching = new AtomicBoolean();

    /** When an address was asked last, and how often in a row in vain. */
    private record Turn(Instant at, int failures) {}

    public FetchLists(
            CrlCache lists, RevocationSource source, FetchSettings settings, ExecutorService threads, Clock clock) {
        this.lists = lists;
        this.source = source;
        this.settings = settings;
        this.threads = threads;
        this.clock = clock;
    }

    /** Fetches what is due; returns how many lists were new. Does nothing where another thread is at it. */
    public int fetch() {
        if (!fetching.compareAndSet(false, true)) {
            return 0;
        }
        try {
            List<Callable<Boolean>> tasks = due(clock.instant()).stream()
                    .map(wanted -> (Callable<Boolean>) () -> fetch(wanted))
                    .toList();
            int taken = 0;
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                taken += task.get() ? 1 : 0;
            }
            return taken;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException fault) {
            throw new IllegalStateException(
                    "revocation list: a fault of ours (expected: a fetch or its refusal)", fault);
        } finally {
            fetching.set(false);
        }
    }

    private List<WantedList> due(Instant now) {
        Map<URI, WantedList> due = new LinkedHashMap<>();
        lists.missing().stream()
                .filter(missed -> mayAsk(missed.address(), now))
                .forEach(missed -> due.put(missed.address(), missed));
        List<URI> supplied = new ArrayList<>();
        for (SuppliedList list : lists.supplied()) {
            supplied.add(list.source().address());
            if (worthRenewing(list, now)) {
                due.putIfAbsent(list.source().address(), list.source());
            }
        }
        settings.addresses().stream()
                .filter(address -> !supplied.contains(address) && mayAsk(address, now))
                .forEach(address -> due.putIfAbsent(address, new WantedList(address, Optional.empty())));
        return due.values().stream().limit(AT_ONCE).toList();
    }

    private boolean mayAsk(URI address, Instant now) {
        Turn last = turns.get(address);
        return last == null || !now.isBefore(last.at().plus(settings.pause(last.failures())));
    }

    private boolean worthRenewing(SuppliedList list, Instant now) {
        Turn last = turns.get(list.source().address());
        Instant asked = last == null ? list.thisUpdate() : last.at();
        boolean old = !now.isBefore(list.worthRenewing()) || !now.isBefore(asked.plus(settings.refresh()));
        return old && mayAsk(list.source().address(), now);
    }

    private boolean fetch(WantedList wanted) {
        URI address = wanted.address();
        int failed = failures(turns.get(address));
        // Counted as failed until it was not: whatever happens, nobody is asked without a pause.
        turns.put(address, new Turn(clock.instant(), failed + 1));
        try {
            // A list that is here already is no fault, and no reason to ask at the same pace.
            boolean taken = lists.take(source.list(address), wanted, clock.instant());
            if (taken) {
                turns.put(address, new Turn(clock.instant(), 0));
                LOG.info("revocation list taken from {}", address);
            }
            return taken;
        } catch (RevocationUnavailable | CRLException refused) {
            if (failed == 0) {
                LOG.warn(
                        "revocation list at {} not taken, signatures that need it stay indeterminate: {}",
                        address,
                        refused.getMessage());
            }
            return false;
        }
    }

    private static int failures(@Nullable Turn turn) {
        return turn == null ? 0 : turn.failures();
    }
}
