package vn.lienthong.gateway.access;

import java.util.List;

/**
 * What it takes to authenticate a call of a system and to say what it may do.
 *
 * @param secret the shared secret of the axis dialect's message authentication
 * @param mandates past and coming ones included
 * @param limits of its own
 */
public record Credentials(ReceivingSystem system, byte[] secret, List<Mandate> mandates, CallerLimits limits) {

    public Credentials {
        mandates = List.copyOf(mandates);
    }

    /** Credentials of a system without limits of its own. */
    public Credentials(ReceivingSystem system, byte[] secret, List<Mandate> mandates) {
        this(system, secret, mandates, CallerLimits.USUAL);
    }

    public Caller caller() {
        return new Caller(system.systemId(), system.kind(), mandates, limits);
    }
}
