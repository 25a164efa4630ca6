package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    private final OutboundHttp http;
    private final OutgoingBytes outgoing;
    private final Systems systems;
    private final Clock clock;

    public SoapPusher(OutboundHttp http, OutgoingBytes outgoing, Systems systems, Clock clock) {
        this.http = http;
        this.outgoing = outgoing;
        this.systems = systems;
        this.clock = clock;
    }

    @Override
    public PushOutcome push(ReceivingSystem system, Delivery delivery) {
        Optional<byte[]> secret = systems.secret(system.systemId());
        if (system.pushTo().isEmpty() || secret.isEmpty()) {
            return new PushOutcome.TryAgain("system " + system.systemId() + ": not pushed to any more");
        }
        URI uri = system.pushTo().get().address();
        OutgoingBytes.Copy copy = outgoing.of(delivery);
        long sent = clock.instant().getEpochSecond();
        SoapPushMessage message = SoapPushMessage.of(delivery, copy, sent, secret.get());
        try (InputStream content = copy.open()) {
            return SoapPushAnswer.outcome(http.send(uri, request(message, copy, content)));
        } catch (OutboundRefused e) {
            return new PushOutcome.Declined(e.getMessage());
        } catch (IOException e) {
            return new PushOutcome.TryAgain(uri.getHost() + ": " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushOutcome.TryAgain("interrupted: the gateway is stopping");
        }
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
