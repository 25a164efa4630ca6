package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import vn.lienthong.gateway.signature.path.RevocationSource;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

/** Fetches revocation lists by HTTP, from hosts that may go by another name here than in the certificates. */
public final class HttpRevocationSource implements RevocationSource, AutoCloseable {

    private static final int OK = 200;

    private final OutboundHttp http;
    private final HostNames names;
    private final int longestBytes;

    /**
     * @param http reads at least one byte more than the longest list; closed with this
     * @param hosts by the name that certificates give, in lower case: the host, with a port where it is another, to call
     */
    public HttpRevocationSource(OutboundHttp http, Map<String, String> hosts, int longestBytes) {
        this.http = http;
        this.names = new HostNames(hosts);
        this.longestBytes = longestBytes;
    }

    @Override
    public byte[] list(URI address) throws RevocationUnavailable {
        try {
            OutboundHttp.Answer answer = http.send(
                    names.called(address), HttpRequest.newBuilder().header("Accept", "application/pkix-crl, */*"));
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
}
