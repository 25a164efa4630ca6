package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import vn.lienthong.gateway.signature.path.OcspSource;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

/** Asks OCSP responders by HTTP (RFC 6960 appendix A), at hosts that may go by another name here than in the certificates. */
public final class HttpOcspSource implements OcspSource, AutoCloseable {

    private static final int OK = 200;

    /** A longer address may be cut on the way (RFC 5019 §5): then the request is posted. */
    private static final int LONGEST_GET = 255;

    private final OutboundHttp http;
    private final HostNames names;
    private final boolean get;
    private final int longestBytes;

    /**
     * @param http reads at least one byte more than the longest answer; closed with this
     * @param hosts as {@link HttpRevocationSource}
     * @param get whether short requests go in the address, so that caches between us and the responder may answer
     */
    public HttpOcspSource(OutboundHttp http, Map<String, String> hosts, boolean get, int longestBytes) {
        this.http = http;
        this.names = new HostNames(hosts);
        this.get = get;
        this.longestBytes = longestBytes;
    }

    @Override
    public byte[] ask(URI address, byte[] request) throws RevocationUnavailable {
        try {
            URI called = names.called(address);
            URI asking = inAddress(called, request);
            boolean brief = get && asking.toString().length() <= LONGEST_GET;
            HttpRequest.Builder call = HttpRequest.newBuilder().header("Accept", "application/ocsp-response");
            OutboundHttp.Answer answer = brief
                    ? http.send(asking, call.GET())
                    : http.send(
                            called,
                            call.header("Content-Type", "application/ocsp-request")
                                    .POST(BodyPublishers.ofByteArray(request)));
            return checked(answer);
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

    private byte[] checked(OutboundHttp.Answer answer) throws RevocationUnavailable {
        if (answer.status() != OK) {
            throw new RevocationUnavailable("answer: HTTP " + answer.status() + " (expected: 200)");
        }
        if (answer.body().length > longestBytes) {
            throw new RevocationUnavailable("answer: longer than " + longestBytes
                    + " bytes (expected: at most lienthong.revocation.ocsp.longest-answer)");
        }
        return answer.body();
    }

    /** Behind the address: the request in Base64, its signs escaped. */
    private static URI inAddress(URI address, byte[] request) throws RevocationUnavailable {
        String base = address.toString();
        String text = base
                + (base.endsWith("/") ? "" : "/")
                + URLEncoder.encode(Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            throw new RevocationUnavailable("address: " + base + " (expected: a URL)", noAddress);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
