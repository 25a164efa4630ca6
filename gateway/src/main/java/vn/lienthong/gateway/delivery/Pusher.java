package vn.lienthong.gateway.delivery;

import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.dossier.Delivery;

/** Brings one copy to a receiving system. Never throws for what a neighbour does: that is a {@link PushOutcome}. */
public interface Pusher {

    PushOutcome push(ReceivingSystem system, Delivery delivery);
}
