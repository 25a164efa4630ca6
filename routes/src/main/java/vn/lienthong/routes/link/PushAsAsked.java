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
        Pusher asked =
                switch (system.pushTo().map(PushTarget::form).orElse(PushForm.REST)) {
                    case REST -> rest;
                    case SOAP -> soap;
                };
        return asked.push(system, delivery);
    }
}
