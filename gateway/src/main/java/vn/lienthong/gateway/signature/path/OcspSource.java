package vn.lienthong.gateway.signature.path;

import java.net.URI;

/** Asks a responder. Waits, and therefore never stands in the way of a document. */
@FunctionalInterface
public interface OcspSource {

    /**
     * The answer to a request, not looked at yet.
     *
     * @param request DER of an {@code OCSPRequest} (RFC 6960 §4.1)
     * @throws RevocationUnavailable when there is none, it is too large, or the address is not one to be called
     */
    byte[] ask(URI address, byte[] request) throws RevocationUnavailable;
}
