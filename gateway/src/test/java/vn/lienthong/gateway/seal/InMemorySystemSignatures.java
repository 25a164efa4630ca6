package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** In a map; what became of them since nobody knows here. */
public final class InMemorySystemSignatures implements SystemSignatures {

    private final Map<Key, Made> kept = new LinkedHashMap<>();

    private record Key(Sha256 digest, String systemId) {}

    @Override
    public void add(Made made) {
        kept.putIfAbsent(new Key(made.bytes().digest(), made.systemId()), made);
    }

    @Override
    public Optional<Kept> find(Sha256 given, String systemId) {
        return Optional.ofNullable(kept.get(new Key(given, systemId))).map(made -> new Kept(made, made.signedAt()));
    }

    @Override
    public int drop(Instant signedBefore) {
        int before = kept.size();
        kept.values().removeIf(made -> made.signedAt().isBefore(signedBefore));
        return before - kept.size();
    }
}
