package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** The sample messages, and short ways to read and write in memory. */
final class Samples {

    static final String MALFORMED = "edoc_malformed_as_published";

    static final List<String> DOCUMENTS = List.of(
            "delivered_2019_with_hub_trace",
            "delivered_2025_raw_base64_binary_damaged",
            "delivered_2025_zip_labelled_pdf_no_signature",
            "edoc_0_new",
            "edoc_1_revocation",
            "edoc_2_update",
            "edoc_3_replacement",
            "edoc_multi_recipient");

    static final List<String> STATUSES = List.of(
            "status_01_generic",
            "status_01_inbox",
            "status_02_rejection",
            "status_03_acceptance",
            "status_04_assignment",
            "status_05_processing",
            "status_06_finish",
            "status_13_retrieval_request",
            "status_15_change_agreed",
            "status_16_change_refused");

    private Samples() {}

    static List<String> wellFormed() {
        return java.util.stream.Stream.concat(DOCUMENTS.stream(), STATUSES.stream())
                .toList();
    }

    static byte[] bytes(String name) {
        return resource("/messages/" + name + ".xml");
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] resource(String path) {
        try (InputStream in = Samples.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    static PacketReading read(byte[] packet, PacketLimits limits) {
        try {
            return new PacketReader(limits).read(new ByteArrayInputStream(packet), new InMemoryAttachments());
        } catch (IOException e) {
            throw new AssertionError("no I/O is involved", e);
        }
    }

    static PacketReading read(byte[] packet) {
        return read(packet, PacketLimits.defaults());
    }

    static PacketReading read(String packet) {
        return read(packet.getBytes(StandardCharsets.UTF_8));
    }

    static PacketReading.Understood understood(byte[] packet) {
        PacketReading reading = read(packet);
        Assertions.assertThat(reading).isInstanceOf(PacketReading.Understood.class);
        return (PacketReading.Understood) reading;
    }

    static Packet document(String name) {
        return (Packet) understood(bytes(name)).message();
    }

    static StatusMessage status(String name) {
        return (StatusMessage) understood(bytes(name)).message();
    }

    static byte[] written(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PacketWriter().write(message, out);
        } catch (IOException e) {
            throw new AssertionError("no I/O is involved", e);
        }
        return out.toByteArray();
    }

    /** Asserts that a packet is refused, and why. */
    static Finding refusal(PacketReading reading, ErrorCode code) {
        Assertions.assertThat(reading).isInstanceOf(PacketReading.Refused.class);
        List<Finding> errors =
                reading.findings().stream().filter(Finding::isError).toList();
        Assertions.assertThat(errors).extracting(Finding::code).contains(code);
        return errors.stream().filter(f -> f.code() == code).findFirst().orElseThrow();
    }

    /** A store that never touches the disk. */
    static final class InMemoryAttachments implements AttachmentStore {

        private final SpooledAttachments spool = new SpooledAttachments(Path.of("never-used"), Integer.MAX_VALUE);

        @Override
        public AttachmentSink open(String hint) {
            return spool.open(hint);
        }
    }
}
