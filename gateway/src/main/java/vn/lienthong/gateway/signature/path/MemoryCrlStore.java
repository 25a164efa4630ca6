package vn.lienthong.gateway.signature.path;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Lists in a map, as copies: what a caller does with its bytes changes nothing here. */
final class MemoryCrlStore implements CrlStore {

    private record Row(Kept list, long version) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();

    @Override
    public Map<String, String> versions() {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> Long.toString(row.getValue().version())));
    }

    @Override
    public Optional<Kept> read(String key) {
        return Optional.ofNullable(rows.get(key)).map(row -> copy(row.list()));
    }

    @Override
    public void put(String key, Kept list) {
        rows.compute(
                key,
                (same, old) -> new Row(
                        new Kept(list.der().clone(), list.address().or(() -> Optional.ofNullable(old)
                                .flatMap(row -> row.list().address()))),
                        versions.incrementAndGet()));
    }

    private static Kept copy(Kept list) {
        return new Kept(list.der().clone(), list.address());
    }
}
