package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Takes up the trust folder when its files changed. Only what lies still between two looks is read, and only a branch that
 * is whole is used: while one of its files is being copied, or cannot be read, its store stays as it is, and the others do not wait
 * for it.
 */
public final class WatchTrust {

    private static final Logger LOG = LoggerFactory.getLogger(WatchTrust.class);

    private final Path folder;
    private final TrustInUse trust;
    private final Function<TrustStores, Optional<String>> refusal;
    private String used = "";
    private String before = "";
    private String inTheWay = "";

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
        if (!lies) {
            return false;
        }
        if (now.equals(used)) {
            // What was in the way was taken out of it.
            tell("");
            return false;
        }
        if (!Files.isDirectory(folder) && !trust.stores().authorities().isEmpty()) {
            // Moved away, or its disk is gone: nobody meant to trust nobody.
            tell("thư mục " + folder + " không còn (expected: các tệp chứng thư)");
            return false;
        }
        List<String> unreadable = new ArrayList<>();
        TrustStores stores = read(unreadable);
        Optional<String> refused = refusal.apply(stores);
        if (refused.isPresent()) {
            tell(refused.get());
            return false;
        }
        if (!TrustFolder.fingerprint(folder).equals(now)) {
            return false;
        }
        tell(String.join("; ", unreadable));
        return use(stores, unreadable.isEmpty() ? now : "");
    }

    /** Why the folder, or a branch of it, is not used as it lies there; empty when it is. */
    synchronized String inTheWay() {
        return inTheWay;
    }

    private TrustStores read(List<String> unreadable) {
        List<TrustStore> stores = new ArrayList<>();
        for (TrustBranch branch : TrustBranch.values()) {
            try {
                stores.add(TrustFolder.read(folder, branch));
            } catch (StartRefused broken) {
                unreadable.add(String.valueOf(broken.getMessage()));
                trust.stores().stores().stream()
                        .filter(store -> store.branch() == branch)
                        .forEach(stores::add);
            }
        }
        return new TrustStores(stores);
    }

    /** @param fingerprint of the folder; empty where it has to be looked at again although no file changes */
    private boolean use(TrustStores stores, String fingerprint) {
        used = fingerprint;
        if (stores.equals(trust.stores())) {
            return false;
        }
        trust.use(stores);
        LOG.info("trust stores taken up: {} certificates", stores.authorities().size());
        return true;
    }

    private void tell(String reason) {
        if (!inTheWay.equals(reason)) {
            inTheWay = reason;
            if (!reason.isEmpty()) {
                LOG.error("trust folder not taken up, its store stays as it was: {}", reason);
            }
        }
    }
}
