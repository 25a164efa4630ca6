package vn.lienthong.routes.link;

import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.dossier.Delivery;

/** Brings a copy the way its system asked for when it was connected. */
public final class PushAsAsked implements Pusher {

    private final Pusher rest;
    private final Pusher soap;

    public PushAsAsked(Pusher rest, Pusher soap) {
        this.rest = rest;
        this.soap = soap;
    }

    @Override
    public PushOutcome push(ReceivingSystem system, Delivery delivery) {
        return switch (system.pushTo().map(PushTarget::form).orElse(PushForm.REST)) {
            case REST -> rest.push(system, delivery);
            case SOAP -> soap.push(system, delivery);
            // Neighbours are handed over to before it comes to this: see HandOver.
            case AXIS -> new PushOutcome.TryAgain(system.systemId() + ": không còn là láng giềng");
        };
    }
}
