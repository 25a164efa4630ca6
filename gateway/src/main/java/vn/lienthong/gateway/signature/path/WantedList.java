package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A revocation list that would be of use.
 *
 * @param address where it is published: from a certificate whose path leads to a trusted root, or from the settings
 * @param issuer whose signature it must bear; empty where an administrator named the address, and any authority of the
 *     trust stores will do
 */
public record WantedList(URI address, Optional<X509Certificate> issuer) {

    /** Whether there is a protocol to fetch it by. */
    boolean fetchable() {
        return "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
    }
}
