package vn.lienthong.routes.door.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.tray.TrayStage;

/** The tabs of an in-tray. */
enum TrayTab {
    NEW(Optional.of(TrayStage.NEW)),
    OVERDUE(Optional.of(TrayStage.NEW)),
    IN_WORK(Optional.of(TrayStage.IN_WORK)),
    FINISHED(Optional.of(TrayStage.FINISHED)),
    ALL(Optional.empty());

    private final Optional<TrayStage> stage;

    TrayTab(Optional<TrayStage> stage) {
        this.stage = stage;
    }

    Optional<TrayStage> stage() {
        return stage;
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static TrayTab at(String path) {
        return Arrays.stream(values())
                .filter(tab -> tab.path().equals(path))
                .findFirst()
                .orElse(NEW);
    }
}
