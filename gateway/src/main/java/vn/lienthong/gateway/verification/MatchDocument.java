package vn.lienthong.gateway.verification;

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
import vn.lienthong.gateway.signature.SignedFile;

/** Whether a file is the document that a receipt is about: byte for byte, or the same content packed anew on the way. */
final class MatchDocument {
    private final Path scratch;
    private final PacketReader packets = new PacketReader(PacketLimits.defaults());

    MatchDocument(Path scratch) {
        this.scratch = scratch;
    }

    ReceiptView.Match match(SignedFile document, ReceiptContent receipt) throws IOException {
        if (digest(document).equals(receipt.bytes())) {
            return ReceiptView.Match.SAME_BYTES;
        }
        return content(document).equals(Optional.of(receipt.content()))
                ? ReceiptView.Match.SAME_CONTENT
                : ReceiptView.Match.OTHER;
    }

    private static Sha256 digest(SignedFile document) throws IOException {
        try (DigestingInputStream in = new DigestingInputStream(document.open())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.digest();
        }
    }

    private Optional<Sha256> content(SignedFile document) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "document-");
        try (SpooledAttachments store = new SpooledAttachments(folder, JudgePacket.MEMORY_BYTES);
                InputStream in = new BufferedInputStream(document.open())) {
            return packets.read(in, store) instanceof PacketReading.Understood understood
                            && understood.message() instanceof Packet packet
                    ? Optional.of(ContentDigest.of(packet))
                    : Optional.empty();
        } finally {
            Files.deleteIfExists(folder);
        }
    }
}
