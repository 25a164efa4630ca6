package vn.lienthong.gateway.dossier;

import java.util.UUID;

/** Names one recipient's copy; stable across all attempts, so that a recipient can tell a repeat. */
public record DeliveryId(UUID value) {

    public static DeliveryId of(String text) {
        return new DeliveryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
