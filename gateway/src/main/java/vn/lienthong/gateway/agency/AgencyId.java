package vn.lienthong.gateway.agency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Our own name for an agency. Codes move between bodies and bodies change codes; dossiers, deliveries and mandates hold
 * on to this instead.
 */
public record AgencyId(UUID value) implements Comparable<AgencyId> {

    public AgencyId {
        Objects.requireNonNull(value, "agency id");
    }

    /**
     * The id of an agency that a table of codes names: the same table gives the same ids on every installation. The
     * opening instant is part of it, because a merged body is a new agency even where it keeps the code.
     *
     * @return a name-based UUID of version 8 (RFC 9562 §5.8) over SHA-256
     */
    public static AgencyId derived(AgencyCode code, Instant opened) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(("lienthong/agency\n" + code.text() + "\n" + opened.toEpochMilli())
                        .getBytes(StandardCharsets.UTF_8))
                .bytes());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new AgencyId(new UUID(high, low));
    }

    /** By the text of the UUID: any fixed order does, so that lists and digests do not depend on chance. */
    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
