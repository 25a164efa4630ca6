package vn.lienthong.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;

/** Second factors in a map. */
public final class InMemoryFactors implements Factors {

    private static final class Row {
        byte[] secret = {};
        long lastStep;
        int failures;
        Instant waitUntil = Instant.MIN;
        Set<Sha256> codes = Set.of();
    }

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public Optional<byte[]> secret(String username) {
        return row(username).map(row -> row.secret.clone());
    }

    @Override
    public boolean exists(String username) {
        return rows.containsKey(username);
    }

    @Override
    public boolean add(String username, Fresh factor, Instant at) {
        boolean first = !exists(username);
        if (first) {
            set(username, factor, at);
        }
        return first;
    }

    @Override
    public void set(String username, Fresh factor, Instant at) {
        Row row = new Row();
        row.secret = factor.secret();
        row.lastStep = factor.step();
        row.codes = new HashSet<>(factor.recoveryCodes());
        rows.put(username, row);
    }

    @Override
    public void remove(String username) {
        rows.remove(username);
    }

    @Override
    public Optional<Instant> begin(String username, Instant now, Patience patience) {
        Row row = row(username).orElseThrow();
        if (row.waitUntil.isAfter(now)) {
            return Optional.of(row.waitUntil);
        }
        row.failures++;
        if (row.failures >= patience.free()) {
            Duration wait = patience.first().multipliedBy(1L << Math.min(30, row.failures - patience.free()));
            row.waitUntil = now.plus(wait.compareTo(patience.longest()) < 0 ? wait : patience.longest());
        }
        return Optional.empty();
    }

    @Override
    public boolean use(String username, long step) {
        Optional<Row> fresh = row(username).filter(row -> row.lastStep < step);
        fresh.ifPresent(row -> {
            row.lastStep = step;
            forget(row);
        });
        return fresh.isPresent();
    }

    @Override
    public boolean recover(String username, Sha256 code, Instant at) {
        Optional<Row> known = row(username).filter(row -> row.codes.remove(code));
        known.ifPresent(InMemoryFactors::forget);
        return known.isPresent();
    }

    @Override
    public void renewRecovery(String username, Set<Sha256> codes) {
        row(username).orElseThrow().codes = new HashSet<>(codes);
    }

    @Override
    public int recoveryLeft(String username) {
        return row(username).map(row -> row.codes.size()).orElse(0);
    }

    private static void forget(Row row) {
        row.failures = 0;
        row.waitUntil = Instant.MIN;
    }

    private Optional<Row> row(String username) {
        return Optional.ofNullable(rows.get(username));
    }
}
