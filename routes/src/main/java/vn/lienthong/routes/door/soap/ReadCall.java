package vn.lienthong.routes.door.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.SpoolBody;

/**
 * Reads a call: its envelope into memory, up to a bound, and an attached packet (MTOM, XOP 1.0 §4) straight to the vault. The
 * envelope comes first and is looked at before the packet is taken.
 */
final class ReadCall {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String ENVELOPE = "envelope";
    private static final String ATTACHED = "multipart";

    private final SpoolBody spooling;
    private final Vault vault;
    private final int longestEnvelope;

    ReadCall(SpoolBody spooling, Vault vault, int longestEnvelope) {
        this.spooling = spooling;
        this.vault = vault;
        this.longestEnvelope = longestEnvelope;
    }

    /** A call as it came. */
    record Read(Envelope envelope, Optional<StoredBytes> packet) {}

    /**
     * Reads the body to its end.
     *
     * @throws SoapRefusal for what is wrong with it; nothing of it is kept then
     * @throws IOException from the vault
     */
    Read read(Caller caller, HttpServletRequest request) throws IOException {
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        try (Parts parts = new Parts()) {
            Optional<Finding> wrong = spooling.of(caller).reading(request.getInputStream(), limited -> {
                if (contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                    parts.readAll(limited, boundary(contentType));
                } else {
                    parts.envelope(limited);
                }
                limited.transferTo(OutputStream.nullOutputStream());
                return Optional.empty();
            });
            wrong.ifPresent(finding -> {
                throw SoapRefusal.of(finding);
            });
            return parts.whole();
        }
    }

    /** The parts of one body while they are read. */
    private final class Parts implements AutoCloseable {

        private @Nullable Envelope envelope;
        private @Nullable Spool packet;

        void readAll(InputStream body, byte[] boundary) throws IOException {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary)
                    .setBufferSize(BUFFER_BYTES)
                    .get();
            boolean more = input.skipPreamble();
            while (more) {
                String head = input.readHeaders();
                String encoding = header(head, "content-transfer-encoding").toLowerCase(Locale.ROOT);
                if (encoding.equals("base64") || encoding.equals("quoted-printable")) {
                    throw malformed("Content-Transfer-Encoding: " + encoding + " (expected: binary)");
                }
                if (envelope == null) {
                    // Not closed: closing would read a part that was found too long to its end.
                    envelope(input.newInputStream());
                } else {
                    packet(input, header(head, "content-id"));
                }
                more = input.readBoundary();
            }
        }

        void envelope(InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(longestEnvelope + 1);
            if (bytes.length > longestEnvelope) {
                throw SoapRefusal.of(
                        ErrorCode.TOO_LARGE,
                        ENVELOPE,
                        "envelope: hơn " + longestEnvelope + " byte (expected: gói tin lớn gửi bằng MTOM)");
            }
            envelope = ScreenEnvelope.screen(bytes);
        }

        private void packet(MultipartInput input, String contentId) throws IOException {
            Envelope known = Objects.requireNonNull(envelope);
            String id = contentId.startsWith("<") && contentId.endsWith(">")
                    ? contentId.substring(1, contentId.length() - 1)
                    : contentId;
            if (!known.operation().takesPacket() || packet != null) {
                throw malformed("phần đính kèm thừa (expected: chỉ một, khi gửi gói tin)");
            }
            if (!known.include().equals(Optional.of(id))) {
                throw malformed("Content-ID: " + id + " (expected: cid của xop:Include, "
                        + known.include().orElse("không có") + ")");
            }
            packet = open();
            input.readBodyData(SpoolBody.ours(packet));
        }

        /** What fails here is ours. */
        private Spool open() {
            try {
                return vault.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Read whole() throws IOException {
            if (envelope == null) {
                throw malformed("không có phần nào (expected: phong bì SOAP, rồi gói tin)");
            }
            if (envelope.include().isPresent() && packet == null) {
                throw SoapRefusal.of(
                        ErrorCode.PARAMETER_MISSING,
                        ATTACHED,
                        "multipart: thiếu phần " + envelope.include().get() + " (expected: gói tin)");
            }
            return new Read(envelope, packet == null ? Optional.empty() : Optional.of(packet.keep()));
        }

        @Override
        public void close() throws IOException {
            if (packet != null) {
                packet.close();
            }
        }
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    private static byte[] boundary(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        String value =
                at < 0 ? "" : contentType.substring(at + "boundary=".length()).strip();
        String plain = value.startsWith("\"") ? value.substring(1).split("\"", 2)[0] : value.split(";", 2)[0].strip();
        if (plain.isEmpty() || plain.length() > SpoolBody.LONGEST_BOUNDARY) {
            throw malformed("Content-Type: " + contentType + " (expected: multipart/related; boundary=…)");
        }
        return plain.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static SoapRefusal malformed(String text) {
        return SoapRefusal.of(ErrorCode.PARAMETER_MALFORMED, ATTACHED, text);
    }
}
