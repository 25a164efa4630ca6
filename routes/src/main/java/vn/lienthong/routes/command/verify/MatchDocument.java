package vn.lienthong.routes.command.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.packet.ContentDigest;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;

/** Whether a file is the document that a receipt is about: byte for byte, or the same content packed anew on the way. */
final class MatchDocument {
    private static final int MEMORY_BYTES = 64 << 20;

    private final PacketReader packets = new PacketReader(PacketLimits.defaults());

    ReceiptView.Match match(Path document, ReceiptContent receipt) throws IOException {
        if (digest(document).equals(receipt.bytes())) {
            return ReceiptView.Match.SAME_BYTES;
        }
        return content(document).equals(Optional.of(receipt.content()))
                ? ReceiptView.Match.SAME_CONTENT
                : ReceiptView.Match.OTHER;
    }

    private static Sha256 digest(Path document) throws IOException {
        try (DigestingInputStream in = new DigestingInputStream(Files.newInputStream(document))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.digest();
        }
    }

    private Optional<Sha256> content(Path document) throws IOException {
        Path scratch = Files.createTempDirectory("lienthong-verify");
        try (SpooledAttachments store = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = new BufferedInputStream(Files.newInputStream(document))) {
            return packets.read(in, store) instanceof PacketReading.Understood understood
                            && understood.message() instanceof Packet packet
                    ? Optional.of(ContentDigest.of(packet))
                    : Optional.empty();
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
