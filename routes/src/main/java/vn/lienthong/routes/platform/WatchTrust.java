package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Takes up the trust folder when its files changed. Only what lies still between two looks is read, and only a folder that
 * is whole is used: while a file is being copied, or cannot be read, the stores stay as they are.
 */
public final class WatchTrust {

    private static final Logger LOG = LoggerFactory.getLogger(WatchTrust.class);

    private final Path folder;
    private final TrustInUse trust;
    private final Function<TrustStores, Optional<String>> refusal;
    private String used = "";
    private String before = "";
    private String told = "";

    /** @param refusal why such stores must not be used, in this mode; empty when they may */
    WatchTrust(Path folder, TrustInUse trust, Function<TrustStores, Optional<String>> refusal) {
        this.folder = folder;
        this.trust = trust;
        this.refusal = refusal;
    }

    /** Looks once; returns whether the trust stores are others now. */
    public synchronized boolean takeUp() {
        String now = TrustFolder.fingerprint(folder);
        boolean lies = now.equals(before);
        before = now;
        if (!lies || now.equals(used)) {
            return false;
        }
        if (!Files.isDirectory(folder) && !trust.stores().authorities().isEmpty()) {
            // Moved away, or its disk is gone: nobody meant to trust nobody.
            tell(now, "thư mục " + folder + " không còn (expected: các tệp chứng thư)");
            return false;
        }
        try {
            TrustStores stores = TrustFolder.read(folder);
            Optional<String> refused = refusal.apply(stores);
            if (refused.isPresent()) {
                tell(now, refused.get());
                return false;
            }
            return TrustFolder.fingerprint(folder).equals(now) && use(stores, now);
        } catch (StartRefused unreadable) {
            tell(now, String.valueOf(unreadable.getMessage()));
            return false;
        }
    }

    private boolean use(TrustStores stores, String fingerprint) {
        used = fingerprint;
        if (stores.equals(trust.stores())) {
            return false;
        }
        trust.use(stores);
        LOG.info("trust stores taken up: {} certificates", stores.authorities().size());
        return true;
    }

    private void tell(String fingerprint, String reason) {
        if (!told.equals(fingerprint)) {
            told = fingerprint;
            LOG.error("trust folder not taken up, the stores stay as they were: {}", reason);
        }
    }
}
