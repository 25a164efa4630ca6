package vn.lienthong.gateway.signature.path;

import java.util.List;

/** The trust stores of all branches. Immutable: changed trust is a new object, and what was cached goes with the old one. */
public record TrustStores(List<TrustStore> stores) {
    public TrustStores {
        stores = List.copyOf(stores);
    }

    public static TrustStores of(TrustStore... stores) {
        return new TrustStores(List.of(stores));
    }
}
