package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.dossier.Delivery;

/**
 * Brings a copy by the operation {@code receiveDocument} that the system offers (the WSDL of the receiver), the packet by MTOM and
 * streamed. Only the operation's own answer counts as taken, only its declared fault as declined.
 */
public final class SoapPusher implements Pusher {

    private final BringCopy bringing;
    private final Clock clock;

    public SoapPusher(OutboundHttp http, OutgoingBytes outgoing, Systems systems, Clock clock) {
        this.bringing = new BringCopy(http, outgoing, systems);
        this.clock = clock;
    }

    @Override
    public PushOutcome push(ReceivingSystem system, Delivery delivery) {
        return bringing.bring(
                system,
                delivery,
                (secret, copy, content) -> {
                    long sent = clock.instant().getEpochSecond();
                    return request(SoapPushMessage.of(delivery, copy, sent, secret), copy, content);
                },
                SoapPushAnswer::outcome);
    }

    private static HttpRequest.Builder request(SoapPushMessage message, OutgoingBytes.Copy copy, InputStream content) {
        byte[] before = message.before().getBytes(StandardCharsets.UTF_8);
        byte[] behind = message.behind().getBytes(StandardCharsets.UTF_8);
        InputStream body = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), content, new ByteArrayInputStream(behind))));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", message.contentType())
                .header("SOAPAction", "\"" + SoapPushMessage.NAMESPACE + ":receiveDocument\"");
        return request.POST(HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> body), before.length + copy.length() + behind.length));
    }
}
