package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one HTTP client for everything that leaves the gateway. Destinations are looked up and checked against the allow-list
 * before a connection is made; no redirects are followed; answers are read up to a bound.
 */
public final class OutboundHttp {

    private final OutboundSettings settings;
    private final HttpClient client;

    public OutboundHttp(OutboundSettings settings) {
        this(
                settings,
                HttpClient.newBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
    }

    private OutboundHttp(OutboundSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** The same client for another purpose, with that purpose's bounds. */
    public OutboundHttp within(OutboundSettings bounds) {
        return new OutboundHttp(bounds, client);
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
        CompletableFuture<HttpResponse<byte[]>> running = client.sendAsync(
                request.uri(uri).timeout(settings.requestTimeout()).build(),
                info -> new BoundedBody(settings.longestAnswerBytes()));
        try {
            // The request's own time-out ends with the answer's headers; a body may trickle for ever.
            HttpResponse<byte[]> response =
                    running.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("answer: not complete after " + settings.requestTimeout());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            running.cancel(true);
        }
    }

    private void check(URI uri) throws OutboundRefused, UnknownHostException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.plainHttp())) {
            throw new OutboundRefused("scheme: " + scheme + " (expected: https)");
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            throw new OutboundRefused("address: " + uri + " (expected: a host and no credentials)");
        }
        // A name that does not resolve now may do so later: an outage, not a refusal.
        for (InetAddress address : InetAddress.getAllByName(host)) {
            settings.refusal(host, address).ifPresent(reason -> {
                throw new OutboundRefused(reason);
            });
        }
    }
}
