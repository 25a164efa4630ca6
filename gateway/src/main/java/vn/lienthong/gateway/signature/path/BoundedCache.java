package vn.lienthong.gateway.signature.path;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that never grows beyond its bound: when full it starts anew. Reads take no lock, and a stranger who floods it costs
 * us work that is done again, never memory.
 */
final class BoundedCache<K, V> {
    private final int bound;
    private final ConcurrentHashMap<K, V> entries = new ConcurrentHashMap<>();

    BoundedCache(int bound) {
        this.bound = bound;
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    void put(K key, V value) {
        if (entries.size() >= bound) {
            entries.clear();
        }
        entries.put(key, value);
    }
}
