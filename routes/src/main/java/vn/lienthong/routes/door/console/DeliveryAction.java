package vn.lienthong.routes.door.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DeliveryTransitions;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;

/** What a person may do about one copy. */
enum DeliveryAction {
    ASSIGN(DeliveryEvent.ROUTE),
    REVIVE(DeliveryEvent.REVIVE),
    WITHDRAW(DeliveryEvent.WITHDRAW),
    CLOSE(DeliveryEvent.CLOSE);

    private final DeliveryEvent event;

    DeliveryAction(DeliveryEvent event) {
        this.event = event;
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeliveryAction> at(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path().equals(path))
                .findFirst();
    }

    /** While a document is held, or once it is refused, its copies are not touched one by one. */
    static List<DeliveryAction> possible(Dossier dossier, Delivery delivery) {
        return dossier.state() == DossierState.ACCEPTED
                ? Arrays.stream(values())
                        .filter(action -> action.isPossible(delivery))
                        .toList()
                : List.of();
    }

    private boolean isPossible(Delivery delivery) {
        return DeliveryTransitions.next(delivery.state(), event).isPresent()
                && switch (this) {
                    case ASSIGN -> delivery.state() == DeliveryState.HELD || delivery.state() == DeliveryState.UNROUTED;
                    case WITHDRAW -> !delivery.taken();
                    case REVIVE, CLOSE -> true;
                };
    }
}
