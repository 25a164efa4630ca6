package vn.lienthong.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.Hmac;

/**
 * What a webhook's messages are signed with (Standard Webhooks, "signature scheme", symmetric).
 *
 * @param previous counts beside the current one until an instant, so that a receiver may change over
 */
public record WebhookSecret(byte[] current, Optional<byte[]> previous, Optional<Instant> previousUntil) {

    private static final String PREFIX = "whsec_";

    /** As a receiver's library wants it. */
    public static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The value of {@code webhook-signature}: a signature by each secret that counts, the current one first. */
    public String signatures(UUID id, Instant sentAt, String body) {
        byte[] signed = (id + "." + sentAt.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        Stream<byte[]> old =
                previous.filter(secret -> previousUntil.filter(sentAt::isBefore).isPresent()).stream();
        return Stream.concat(Stream.of(current), old)
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(Hmac.of(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
