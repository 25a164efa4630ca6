package vn.lienthong.gateway.signature.path;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps revocation lists across restarts: bytes by issuer and scope. */
public interface CrlStore {

    /** Every list kept, in any order. */
    List<byte[]> all();

    /** Keeps a list in place of the one under the same key. */
    void put(String key, byte[] der);

    /** One that forgets at the end of the process. */
    static CrlStore inMemory() {
        Map<String, byte[]> lists = new ConcurrentHashMap<>();
        return new CrlStore() {
            @Override
            public List<byte[]> all() {
                return lists.values().stream().map(byte[]::clone).toList();
            }

            @Override
            public void put(String key, byte[] der) {
                lists.put(key, der.clone());
            }
        };
    }
}
