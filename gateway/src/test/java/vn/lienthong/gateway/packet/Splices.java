package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A hop of the gateway {@code 001.00.20.TT2}, put into bytes and taken out of them. */
final class Splices {

    static final Instant RECEIVED_AT = Instant.parse("2026-11-02T03:04:05.678Z");
    static final TraceHop HOP = new TraceHop("001.00.20.TT2", "2026/11/02 10:04:05");
    private static final AddHop HOPS = new AddHop("001.00.20.TT2");

    private Splices() {}

    static Optional<TraceSplice> find(byte[] packet) {
        return find(new ByteArrayInputStream(packet));
    }

    static Optional<TraceSplice> find(String packet) {
        return find(packet.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<TraceSplice> find(InputStream packet) {
        try {
            return HOPS.splice(packet, RECEIVED_AT);
        } catch (IOException e) {
            throw new AssertionError("no I/O is involved", e);
        }
    }

    static byte[] insert(TraceSplice splice, byte[] received) {
        return all(splice.insertInto(new ByteArrayInputStream(received)));
    }

    static byte[] cut(TraceSplice splice, byte[] sent) {
        return all(splice.cutOutOf(new ByteArrayInputStream(sent)));
    }

    private static byte[] all(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds the hop and asserts that it is the trace's last one, that nothing else is different, and that it can be cut out again. */
    static byte[] spliced(byte[] received, Packet read) {
        TraceSplice splice = find(received).orElseThrow();
        byte[] sent = insert(splice, received);
        assertThat(sent).hasSize(received.length + splice.lengthBytes());
        assertThat(cut(splice, sent)).isEqualTo(received);
        Packet arrived = (Packet) Samples.understood(sent).message();
        List<TraceHop> trace = new ArrayList<>(read.trace());
        trace.add(HOP);
        assertThat(arrived.trace()).isEqualTo(trace);
        assertThat(ContentDigest.of(arrived)).isEqualTo(ContentDigest.of(read));
        assertThat(arrived)
                .isEqualTo(new Packet(
                        read.header(),
                        true,
                        trace,
                        read.business(),
                        read.envelopeSignature(),
                        read.manifest(),
                        arrived.attachments()));
        return sent;
    }
}
