package vn.lienthong.gateway.seal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.lienthong.gateway.agency.AgencyId;

/** A line for each agency's key. There are never more threads than agencies, since each has one question open at most. */
final class KeyLines {

    private final Map<AgencyId, KeyLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "seal-key");
        thread.setDaemon(true);
        return thread;
    });

    KeyLine of(AgencyId agency) {
        return lines.computeIfAbsent(agency, ignored -> new KeyLine(threads));
    }
}
