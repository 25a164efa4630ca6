package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;

/**
 * The one HTTP client for everything that leaves the gateway. Destinations are looked up and checked against the allow-list
 * before a connection is made; no redirects are followed; answers are read up to a bound.
 */
public final class OutboundHttp {

    private final OutboundSettings settings;
    private final HttpClient client;

    public OutboundHttp(OutboundSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** An answer, its body cut at the bound. */
    public record Answer(int status, byte[] body) {}

    /**
     * Sends a request. The builder must not have a time-out or an address yet.
     *
     * @throws OutboundRefused when the destination is not one that the gateway may talk to
     * @throws IOException when the neighbour cannot be reached or does not answer in time
     */
    public Answer send(URI uri, HttpRequest.Builder request) throws IOException, InterruptedException {
        check(uri);
        HttpResponse<InputStream> response = client.send(
                request.uri(uri).timeout(settings.requestTimeout()).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), body.readNBytes(settings.longestAnswerBytes()));
        }
    }

    private void check(URI uri) throws OutboundRefused {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.plainHttp())) {
            throw new OutboundRefused("scheme: " + scheme + " (expected: https)");
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            throw new OutboundRefused("address: " + uri + " (expected: a host and no credentials)");
        }
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new OutboundRefused("host: " + host + " (expected: a name that resolves)");
        }
        for (InetAddress address : addresses) {
            settings.refusal(host, address).ifPresent(reason -> {
                throw new OutboundRefused(reason);
            });
        }
    }
}
