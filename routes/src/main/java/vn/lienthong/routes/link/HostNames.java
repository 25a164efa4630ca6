package vn.lienthong.routes.link;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

/**
 * Hosts that go by another name here than in certificates.
 *
 * @param hosts by the name that certificates give, in lower case: the host, with a port where it is another, to call
 */
record HostNames(Map<String, String> hosts) {
    HostNames {
        hosts = Map.copyOf(hosts);
    }

    /** The address to call for one that a certificate gives. */
    URI called(URI address) throws RevocationUnavailable {
        String named = address.getHost();
        String host = named == null ? null : hosts.get(named.toLowerCase(Locale.ROOT));
        if (host == null) {
            return address;
        }
        boolean samePort = address.getPort() < 0 || host.contains(":");
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String text = address.getScheme() + "://" + host + (samePort ? "" : ":" + address.getPort())
                + address.getRawPath() + query;
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            throw new RevocationUnavailable("address: " + text + " (expected: a URL)", noAddress);
        }
    }
}
