package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.security.MessageDigest;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** The unpacked file on its way into the store: counted, limited, looked at, digested. */
final class FileContent implements ByteSink {

    private final AttachmentSink sink;
    private final PacketLimits limits;
    private final UnpackedBudget budget;
    private final String where;
    private final DamageDetector damage = new DamageDetector();
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] head = new byte[ContentSniffer.WINDOW_BYTES];
    private int headLength;
    private long length;
    private boolean packed;

    FileContent(AttachmentSink sink, PacketLimits limits, UnpackedBudget budget, String where) {
        this.sink = sink;
        this.limits = limits;
        this.budget = budget;
        this.where = where;
    }

    /** From here on the file comes out of a ZIP: it is digested here, and too much of it is a bomb. */
    void comesFromArchive() {
        packed = true;
    }

    @Override
    public void write(byte[] buffer, int offset, int count) throws IOException, AttachmentFault {
        length += count;
        if (length > limits.maxAttachmentBytes()) {
            tooLarge();
        }
        budget.take(count, where);
        if (headLength < head.length) {
            int taken = Math.min(count, head.length - headLength);
            System.arraycopy(buffer, offset, head, headLength, taken);
            headLength += taken;
        }
        damage.accept(buffer, offset, count);
        if (packed) {
            digest.update(buffer, offset, count);
        }
        sink.write(buffer, offset, count);
    }

    private void tooLarge() throws ReadingStopped, AttachmentFault {
        String text = "attachment unpacked: more than " + limits.maxAttachmentBytes()
                + " bytes (expected: at most, setting lienthong.packet.maxAttachmentBytes)";
        if (packed) {
            throw new AttachmentFault(ErrorCode.ATTACHMENT_BOMB, text);
        }
        throw new ReadingStopped(Finding.error(ErrorCode.PACKET_LIMIT_EXCEEDED, where, text));
    }

    /**
     * Keeps the file.
     *
     * @param transfer digest of the decoded base64, which is the file's own where nothing wraps it: no byte is hashed twice
     */
    AttachmentPayload.Kept finish(MessageDigest transfer) throws IOException {
        Sha256 sha256 = Sha256.finish(packed ? digest : transfer);
        ContentKind kind = ContentSniffer.kind(head, headLength, damage.isUtf8());
        boolean damaged = damage.isSuspicious() && kind.isBinary();
        return new AttachmentPayload.Kept(sink.finish(sha256), packed ? Packing.ZIPPED : Packing.RAW, kind, damaged);
    }

    /** What was seen of the file's encoding. */
    DamageDetector damage() {
        return damage;
    }

    void discard() throws IOException {
        sink.close();
    }
}
