package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.webhook.WebhookSender;
import vn.lienthong.routes.platform.CatchAll;

/** Sends a webhook's message by {@code POST}; of the answer only the status counts. A redirect is not followed. */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpWebhookSender.class);

    private final OutboundHttp http;

    /** By a client of its own, which it closes. */
    public HttpWebhookSender(OutboundHttp http) {
        this.http = http;
    }

    /** Why nothing would be sent there, as far as the address itself tells. */
    public Optional<String> refusal(URI address) {
        return http.refusal(address);
    }

    @Override
    @CatchAll("an attempt that we stumble over ends as one that failed, and is not begun for ever; it is logged")
    public Outcome send(URI address, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        try {
            return new Outcome.Answered(http.send(address, request).status());
        } catch (OutboundRefused refused) {
            // Its system learns nothing of this: operators do, from the alert and the webhook's page.
            return new Outcome.Unreached(AxisReply.shown(String.valueOf(refused.getMessage())));
        } catch (IOException e) {
            return new Outcome.Unreached(Unreached.text(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreached("dừng giữa chừng");
        } catch (RuntimeException e) {
            LOG.error("webhook to {} failed here", address.getHost(), e);
            return new Outcome.Unreached("lỗi của cổng này, xem nhật ký");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
