package vn.lienthong.gateway.access;

import java.net.URI;

/**
 * A gateway or an axis that we call in the axis dialect: what goes by it is handed over there, what waits for us there is
 * fetched.
 *
 * @param systemId of the peer among our {@link Systems}, which says whether it is let in, and whose mandates say what it
 *     carries
 * @param address of its adapter, such as {@code https://host/XrdAdapter/adapter}
 * @param ownSystemId under which it knows us
 */
public record Neighbour(String systemId, URI address, String ownSystemId) {}
