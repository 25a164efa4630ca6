package vn.lienthong.gateway.access;

import java.net.URI;

/**
 * A gateway, an axis or a provincial platform that we call: what goes by it is handed over there, what waits for us there is
 * fetched.
 *
 * @param systemId of the peer among our {@link Systems}, which says whether it is let in, and whose mandates say what it
 *     carries
 * @param address of its adapter, such as {@code https://host/XrdAdapter/adapter}; of a provincial platform what stands before
 *     {@code /v1}
 * @param ownSystemId under which it knows us
 */
public record Neighbour(String systemId, URI address, String ownSystemId, Dialect dialect) {

    /** One that speaks the axis dialect. */
    public Neighbour(String systemId, URI address, String ownSystemId) {
        this(systemId, address, ownSystemId, new Dialect.Axis());
    }
}
