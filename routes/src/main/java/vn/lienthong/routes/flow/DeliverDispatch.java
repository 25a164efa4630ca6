package vn.lienthong.routes.flow;

import org.apache.camel.Header;
import vn.lienthong.gateway.delivery.DeliverDocument;
import vn.lienthong.gateway.delivery.Dispatch;
import vn.lienthong.gateway.dossier.DeliveryId;

/** From a queue's two headers to the use case. */
public final class DeliverDispatch {

    static final String DELIVERY = "delivery";
    static final String DISPATCH = "dispatch";

    private final DeliverDocument delivering;

    public DeliverDispatch(DeliverDocument delivering) {
        this.delivering = delivering;
    }

    public void deliver(@Header(DELIVERY) String delivery, @Header(DISPATCH) String dispatch) {
        delivering.deliver(new Dispatch(DeliveryId.of(delivery), Integer.parseInt(dispatch)));
    }
}
