package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.gateway.digest.Sha256;

/** Answers in a map, as copies: what a caller does with its bytes changes nothing here. */
final class MemoryOcspStore implements OcspStore {

    private final Map<Sha256, Kept> rows = new LinkedHashMap<>();
    private final Map<Sha256, Long> numbers = new HashMap<>();
    private long last;

    @Override
    public synchronized Map<Long, Sha256> newest(long after, Instant useful) {
        Map<String, Kept> byCertificate = new HashMap<>();
        rows.values().stream()
                .filter(row -> numbers.getOrDefault(row.digest(), 0L) > after)
                .forEach(row -> byCertificate.put(row.about(), row));
        Map<Long, Sha256> newest = new TreeMap<>();
        byCertificate.values().stream()
                .filter(row -> row.useful() == null || !row.useful().isBefore(useful))
                .forEach(row -> newest.put(numbers.getOrDefault(row.digest(), 0L), row.digest()));
        return newest;
    }

    @Override
    public synchronized Optional<Kept> read(Sha256 digest) {
        return Optional.ofNullable(rows.get(digest)).map(MemoryOcspStore::copy);
    }

    @Override
    public synchronized void put(Kept answer) {
        if (rows.putIfAbsent(answer.digest(), copy(answer)) == null) {
            numbers.put(answer.digest(), ++last);
        }
    }

    @Override
    public synchronized int forget(Instant before) {
        int all = rows.size();
        rows.values().removeIf(row -> row.thisUpdate().isBefore(before));
        numbers.keySet().retainAll(rows.keySet());
        return all - rows.size();
    }

    private static Kept copy(Kept row) {
        return new Kept(row.digest(), row.about(), row.der().clone(), row.address(), row.thisUpdate(), row.useful());
    }
}
