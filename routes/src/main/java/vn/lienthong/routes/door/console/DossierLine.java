package vn.lienthong.routes.door.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;

/** One document in a list, and how many of its copies stand where. */
record DossierLine(Dossier dossier, Map<DeliveryState, Long> copies) {

    static List<DossierLine> find(Transaction transaction, DossierSearch search) {
        return transaction.dossiers().search(search).stream()
                .map(dossier -> new DossierLine(dossier, copies(transaction, dossier)))
                .toList();
    }

    private static Map<DeliveryState, Long> copies(Transaction transaction, Dossier dossier) {
        Map<DeliveryState, Long> copies = new EnumMap<>(DeliveryState.class);
        transaction.deliveries().of(dossier.id()).stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .forEach(delivery -> copies.merge(delivery.state(), 1L, Long::sum));
        return copies;
    }
}
