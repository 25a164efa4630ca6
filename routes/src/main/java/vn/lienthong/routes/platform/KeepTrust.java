package vn.lienthong.routes.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings what this node trusts up to what was decided and to what lies in its folder, and tells an operator where it cannot. */
public final class KeepTrust {

    private final TakeUpTrust decided;
    private final WatchTrust folder;
    private final TrustAlert alert;

    KeepTrust(TakeUpTrust decided, WatchTrust folder, TrustAlert alert) {
        this.decided = decided;
        this.folder = folder;
        this.alert = alert;
    }

    /** Looks once. */
    public synchronized void keep() {
        String written = decided.takeUp();
        folder.takeUp();
        alert.on(Stream.of(written, folder.inTheWay())
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; ")));
    }
}
