package vn.lienthong.routes.door.console;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Reads one copy together with its document. */
@Component
class ReadCopy {

    private final UnitOfWork work;

    ReadCopy(UnitOfWork work) {
        this.work = work;
    }

    record Read(Dossier dossier, Delivery delivery) {

        List<DeliveryAction> possible() {
            return DeliveryAction.possible(dossier, delivery);
        }
    }

    /** @throws NotFound when there is no such copy */
    Read read(String id) {
        DeliveryId deliveryId = NotFound.id(id, DeliveryId::new);
        return work.inTransaction(
                        transaction -> transaction.deliveries().find(deliveryId).flatMap(delivery -> transaction
                                .dossiers()
                                .find(delivery.dossier())
                                .map(dossier -> new Read(dossier, delivery))))
                .orElseThrow(NotFound::new);
    }
}
