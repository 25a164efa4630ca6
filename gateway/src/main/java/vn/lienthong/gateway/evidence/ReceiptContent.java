package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What a receipt says, as far as it is checked.
 *
 * @param bytes SHA-256 of the packet as it was handed in
 * @param content SHA-256 of what it says, whatever its packaging
 * @param entry hash of the first entry of the dossier
 */
public record ReceiptContent(
        String dossier,
        String documentId,
        String sender,
        String senderDocId,
        Instant receivedAt,
        Sha256 bytes,
        Sha256 content,
        Sha256 entry,
        Instant madeAt) {

    static final String FORMAT = "lienthong-receipt-1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Empty when the bytes are no receipt of ours. */
    static Optional<ReceiptContent> read(byte[] json) {
        // Whatever else is signed need not be JSON at all.
        if (!new String(json, 0, Math.min(json.length, 64), StandardCharsets.UTF_8).contains(FORMAT)) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            return Optional.of(new ReceiptContent(
                    text(node, "dossier"),
                    text(node, "documentId"),
                    text(node, "sender"),
                    text(node, "senderDocId"),
                    Instant.parse(text(node, "receivedAt")),
                    new Sha256(text(node, "bytesSha256")),
                    new Sha256(text(node, "contentSha256")),
                    new Sha256(text(node, "entrySha256")),
                    Instant.parse(text(node, "madeAt"))));
        } catch (JacksonException | DateTimeException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
