package vn.lienthong.gateway.dossier;

import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.packet.TraceSplice;

/**
 * How the received bytes of a document leave the gateway: with its own hop in their trace, or as they came. Fixed when the
 * document is taken, so that every copy and every attempt carries the same bytes.
 *
 * @param hop the gateway's own station
 * @param splice where the hop is in the bytes; empty where it travels in link headers and the bytes leave as they came
 * @param digest SHA-256 of what leaves
 */
public record Outgoing(StoredBytes received, TraceHop hop, Optional<TraceSplice> splice, Sha256 digest) {

    public Outgoing {
        if (splice.isEmpty() && !digest.equals(received.digest())) {
            throw new IllegalArgumentException(
                    "digest: " + digest + " (expected: " + received.digest() + ", for nothing is added)");
        }
    }

    /** The bytes as they came. */
    public static Outgoing inHeaders(StoredBytes received, TraceHop hop) {
        return new Outgoing(received, hop, Optional.empty(), received.digest());
    }

    /** Bytes that leave. */
    public long length() {
        return received.length() + splice.map(TraceSplice::lengthBytes).orElse(0);
    }
}
