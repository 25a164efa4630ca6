package vn.lienthong.routes.link;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.dossier.Delivery;

/**
 * Brings a copy by {@code POST} with the packet as the body. The delivery id is the same in every attempt, so the
 * receiver can tell a repeat; the code over id, time and digest shows that it comes from us.
 */
public final class RestPusher implements Pusher {

    /** Answers that mean "not now": time-out, too early, too many requests. */
    private static final Set<Integer> LATER = Set.of(408, 423, 425, 429);

    private static final int SHOWN_BYTES = 200;

    private final BringCopy bringing;
    private final Clock clock;

    public RestPusher(OutboundHttp http, OutgoingBytes outgoing, Systems systems, Clock clock) {
        this.bringing = new BringCopy(http, outgoing, systems);
        this.clock = clock;
    }

    @Override
    public PushOutcome push(ReceivingSystem system, Delivery delivery) {
        return bringing.bring(
                system,
                delivery,
                (secret, copy, content) -> request(secret, delivery, copy, content),
                RestPusher::outcome);
    }

    private HttpRequest.Builder request(
            byte[] secret, Delivery delivery, OutgoingBytes.Copy copy, InputStream content) {
        String sent = Long.toString(clock.instant().getEpochSecond());
        String signed = delivery.id() + "." + sent + "." + copy.digest().hex();
        String code = HexFormat.of().formatHex(Hmac.of(secret, signed.getBytes(StandardCharsets.UTF_8)));
        String encoded = Base64.getEncoder().encodeToString(copy.digest().bytes());
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/xml")
                .header("Content-Digest", "sha-256=:" + encoded + ":")
                .header("LienThong-Delivery", delivery.id().toString())
                .header("LienThong-DocId", delivery.docId())
                .header("LienThong-MessageType", delivery.kind().name().toLowerCase(Locale.ROOT))
                .header("LienThong-Sent", sent)
                .header("LienThong-Signature", code);
        copy.traceHeader().ifPresent(hop -> request.header(OutgoingBytes.Copy.TRACE_HEADER, hop));
        return request.POST(HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> content), copy.length()));
    }

    private static PushOutcome outcome(OutboundHttp.Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        String shown = text.length() > SHOWN_BYTES ? text.substring(0, SHOWN_BYTES) + "…" : text;
        String detail = ("HTTP " + answer.status() + " " + shown).strip().replaceAll("\\p{Cntrl}+", " ");
        if (answer.status() >= 200 && answer.status() < 300) {
            return new PushOutcome.Taken(detail);
        }
        boolean declined = answer.status() >= 400 && answer.status() < 500 && !LATER.contains(answer.status());
        return declined ? new PushOutcome.Declined(detail) : new PushOutcome.TryAgain(detail);
    }
}
