package vn.lienthong.gateway.signature.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bytes of all revocation lists that a store keeps, for engines other than ours; a list is read once for each version. */
public final class ListsAtHand {

    private final CrlStore store;
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, byte[]> lists = new HashMap<>();

    public ListsAtHand(CrlStore store) {
        this.store = store;
    }

    /** DER of each list, as the store has them now. */
    public synchronized List<byte[]> all() {
        Map<String, String> now = store.versions();
        lists.keySet().retainAll(now.keySet());
        versions.keySet().retainAll(now.keySet());
        now.forEach((key, version) -> {
            if (!version.equals(versions.get(key))) {
                store.read(key).ifPresent(kept -> lists.put(key, kept.der()));
                versions.put(key, version);
            }
        });
        return new ArrayList<>(lists.values());
    }
}
