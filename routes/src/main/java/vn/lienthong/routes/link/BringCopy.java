package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Delivery;

/** What bringing a copy to a system has in common, whatever form it is brought in: one call, and what its failure means. */
final class BringCopy {

    private final OutboundHttp http;
    private final OutgoingBytes outgoing;
    private final Systems systems;

    BringCopy(OutboundHttp http, OutgoingBytes outgoing, Systems systems) {
        this.http = http;
        this.outgoing = outgoing;
        this.systems = systems;
    }

    /** The call that brings it. */
    @FunctionalInterface
    interface Call {
        HttpRequest.Builder of(byte[] secret, OutgoingBytes.Copy copy, InputStream content);
    }

    /** What an answer means. */
    @FunctionalInterface
    interface Reading {
        PushOutcome of(OutboundHttp.Answer answer);
    }

    PushOutcome bring(ReceivingSystem system, Delivery delivery, Call call, Reading reading) {
        Optional<byte[]> secret = systems.secret(system.systemId());
        if (system.pushTo().isEmpty() || secret.isEmpty()) {
            return new PushOutcome.TryAgain("hệ thống " + system.systemId() + ": không còn nhận kiểu đẩy");
        }
        URI uri = system.pushTo().get().address();
        OutgoingBytes.Copy copy = outgoing.of(delivery);
        try (InputStream content = copy.open()) {
            return reading.of(http.send(uri, call.of(secret.get(), copy, content)));
        } catch (OutboundRefused e) {
            return new PushOutcome.Declined(e.getMessage());
        } catch (IOException e) {
            return new PushOutcome.TryAgain(
                    uri.getHost() + ": không gửi được (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushOutcome.TryAgain("bị ngắt: cổng đang dừng");
        }
    }
}
