package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.gateway.signature.path.RevocationSource;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

/** Fetches revocation lists by HTTP, from hosts that may go by another name here than in the certificates. */
public final class HttpRevocationSource implements RevocationSource, AutoCloseable {

    private static final int OK = 200;

    private final OutboundHttp http;
    private final Map<String, String> hosts;
    private final int longestBytes;

    /**
     * @param http reads at least one byte more than the longest list; closed with this
     * @param hosts by the name that certificates give, in lower case: the host, with a port where it is another, to call
     */
    public HttpRevocationSource(OutboundHttp http, Map<String, String> hosts, int longestBytes) {
        this.http = http;
        this.hosts = Map.copyOf(hosts);
        this.longestBytes = longestBytes;
    }

    @Override
    public byte[] list(URI address) throws RevocationUnavailable {
        try {
            OutboundHttp.Answer answer =
                    http.send(called(address), HttpRequest.newBuilder().header("Accept", "application/pkix-crl, */*"));
            if (answer.status() != OK) {
                throw new RevocationUnavailable("answer: HTTP " + answer.status() + " (expected: 200)");
            }
            if (answer.body().length > longestBytes) {
                throw new RevocationUnavailable("answer: longer than " + longestBytes
                        + " bytes (expected: at most lienthong.revocation.longest-list)");
            }
            return answer.body();
        } catch (OutboundRefused refused) {
            throw new RevocationUnavailable(String.valueOf(refused.getMessage()), refused);
        } catch (IOException unreachable) {
            throw new RevocationUnavailable(
                    unreachable.getClass().getSimpleName() + " (expected: an answer)", unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RevocationUnavailable("interrupted: the gateway is stopping", stopping);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private URI called(URI address) throws RevocationUnavailable {
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
