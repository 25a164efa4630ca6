package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An OCSP answer that would be of use, about a certificate whose path leads to a trusted root.
 *
 * @param addresses where its issuer answers, at least one: from the certificate itself
 * @param issuer who certified it, and whose word it must be
 * @param missed whether something could not be settled without it; false where the one at hand will merely end soon
 */
public record WantedAnswer(List<URI> addresses, BigInteger serial, X509Certificate issuer, boolean missed) {
    public WantedAnswer {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("wanted answer: no address (expected: at least one)");
        }
    }

    /** The address to ask at after so many failures: each in its turn. */
    URI address(int failures) {
        return addresses.get(Math.floorMod(failures, addresses.size()));
    }
}
