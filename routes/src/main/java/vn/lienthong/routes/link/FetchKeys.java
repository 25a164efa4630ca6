package vn.lienthong.routes.link;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Fetches an issuer's keys (JWK Set, RFC 7517 §5) through the one bounded client. */
public final class FetchKeys implements ResourceRetriever, AutoCloseable {

    private static final int OK = 200;

    private final OutboundHttp http;

    /** By a client of its own, which it closes. */
    public FetchKeys(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("Accept", "application/json")
                    .GET();
            OutboundHttp.Answer answer = http.send(new URI(url.toString()), request);
            if (answer.status() != OK) {
                throw new IOException("HTTP " + answer.status() + " (expected: 200)");
            }
            return new Resource(new String(answer.body(), StandardCharsets.UTF_8), "application/json");
        } catch (OutboundRefused | URISyntaxException refused) {
            throw new IOException(refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
