package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** The trust stores of all branches. Immutable: changed trust is a new object, and what was cached goes with the old one. */
public record TrustStores(List<TrustStore> stores) {
    public TrustStores {
        stores = List.copyOf(stores);
    }

    /** Every root and intermediate of every branch. */
    public List<X509Certificate> authorities() {
        return stores.stream()
                .flatMap(store -> Stream.concat(store.anchors().stream(), store.intermediates().stream()))
                .toList();
    }

    public static TrustStores of(TrustStore... stores) {
        return new TrustStores(List.of(stores));
    }
}
