package vn.lienthong.gateway.dossier;

import java.util.UUID;

/** Our own name for everything known about one document; random, so that it tells nothing. */
public record DossierId(UUID value) {

    public static DossierId of(String text) {
        return new DossierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
