package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;

/**
 * One attachment on its way from base64 text to a stored file: text is decoded, the wrapping taken off, the file kept, all while
 * it passes. What goes wrong ends this attachment alone; the rest of its text is still digested, so that two bad attachments
 * can be told apart.
 */
final class AttachmentUnpacking {

    private final MessageDigest transfer = Sha256.newDigest();
    private final DamageDetector transferDamage = new DamageDetector();
    private final Base64Stream base64 = new Base64Stream(this::decoded);
    private final FileContent file;
    private final ArchiveUnwrapper unwrapper;
    private @Nullable AttachmentFault fault;
    private long decodedBytes;

    AttachmentUnpacking(AttachmentSink sink, PacketLimits limits, UnpackedBudget budget, String where) {
        this.file = new FileContent(sink, limits, budget, where);
        this.unwrapper = new ArchiveUnwrapper(file, limits);
    }

    /** Takes a piece of ContentTransferEncoded. */
    void accept(char[] text, int offset, int length) throws IOException {
        int taken = base64.problem().isPresent() ? 0 : base64.accept(text, offset, length);
        if (taken < length) {
            transfer.update(new String(text, offset + taken, length - taken).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void decoded(byte[] buffer, int offset, int length) throws IOException {
        decodedBytes += length;
        transfer.update(buffer, offset, length);
        transferDamage.accept(buffer, offset, length);
        if (fault == null) {
            try {
                unwrapper.write(buffer, offset, length);
            } catch (AttachmentFault e) {
                fault = e;
            }
        }
    }

    /** Ends the attachment: its file is kept, or what was written of it is thrown away. */
    AttachmentPayload finish() throws IOException {
        base64.finish();
        Optional<String> problem = base64.problem();
        if (problem.isPresent()) {
            fault = new AttachmentFault(ErrorCode.ATTACHMENT_BAD_BASE64, problem.get());
        } else if (decodedBytes == 0) {
            fault = new AttachmentFault(
                    ErrorCode.ATTACHMENT_MISSING, "ContentTransferEncoded: empty (expected: base64 of a file)");
        } else if (fault == null) {
            endArchive();
        }
        AttachmentFault ended = damageBehind(fault);
        fault = ended;
        if (ended == null) {
            return keep();
        }
        file.discard();
        return new AttachmentPayload.Unreadable(ended.code(), Sha256.finish(transfer));
    }

    private AttachmentPayload keep() throws IOException {
        AttachmentPayload.Kept kept = file.finish(transfer);
        if (kept.damaged()) {
            fault = new AttachmentFault(ErrorCode.ATTACHMENT_DAMAGED, damageText(file.damage()));
        }
        return kept;
    }

    private void endArchive() throws IOException {
        try {
            unwrapper.finish();
        } catch (AttachmentFault e) {
            fault = e;
        }
    }

    /** An archive that went through a text decoder is no archive any more: the cause is worth more than the symptom. */
    private @Nullable AttachmentFault damageBehind(@Nullable AttachmentFault found) {
        boolean ofArchive = found != null && base64.problem().isEmpty() && decodedBytes > 0;
        if (ofArchive && transferDamage.isSuspicious()) {
            return new AttachmentFault(ErrorCode.ATTACHMENT_DAMAGED, damageText(transferDamage));
        }
        return found;
    }

    private static String damageText(DamageDetector damage) {
        return "binary content: went through a text decoder, " + damage.replacements()
                + " replacement characters EF BF BD (expected: the file's own bytes; it cannot be restored)";
    }

    /** What is wrong with it; empty after a good one. */
    Optional<AttachmentFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Gives back memory and temporary files when reading stops midway. */
    void abandon() throws IOException {
        unwrapper.release();
        file.discard();
    }

    void release() {
        unwrapper.release();
    }
}
