package vn.lienthong.gateway.signature.path;

import java.net.URI;

/** Fetches what authorities publish. Waits, and therefore never stands in the way of a document. */
@FunctionalInterface
public interface RevocationSource {

    /**
     * The revocation list at an address, not looked at yet.
     *
     * @throws RevocationUnavailable when there is none, it is too large, or the address is not one to be called
     */
    byte[] list(URI address) throws RevocationUnavailable;
}
