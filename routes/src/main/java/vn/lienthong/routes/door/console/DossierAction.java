package vn.lienthong.routes.door.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;

/** What a person may decide about a whole document. */
enum DossierAction {
    RELEASE,
    REFUSE;

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DossierAction> at(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path().equals(path))
                .findFirst();
    }

    static List<DossierAction> possible(Dossier dossier) {
        return dossier.state() == DossierState.HELD ? List.of(values()) : List.of();
    }
}
