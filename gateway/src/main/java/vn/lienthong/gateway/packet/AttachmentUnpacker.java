package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Unpacks the attachments of one packet, one after the other, and keeps what came of each. */
final class AttachmentUnpacker {

    private final AttachmentStore store;
    private final PacketLimits limits;
    private final UnpackedBudget budget;
    private final List<Unpacked> unpacked = new ArrayList<>();
    private @Nullable AttachmentUnpacking running;

    AttachmentUnpacker(AttachmentStore store, PacketLimits limits) {
        this.store = store;
        this.limits = limits;
        this.budget = new UnpackedBudget(limits.maxUnpackedBytes());
    }

    /** What came of one attachment: its payload, and what is wrong with it. */
    record Unpacked(AttachmentPayload payload, Optional<AttachmentFault> fault) {

        /** Of an attachment without ContentTransferEncoded. */
        static final Unpacked NOTHING = new Unpacked(
                new AttachmentPayload.Unreadable(ErrorCode.ATTACHMENT_MISSING, Sha256.of(new byte[0])),
                Optional.of(new AttachmentFault(
                        ErrorCode.ATTACHMENT_MISSING, "ContentTransferEncoded: missing (expected: base64 of a file)")));
    }

    /** Begins the next attachment. */
    AttachmentUnpacking begin() throws IOException {
        String where = "AttachmentEncoded/Attachment[" + (unpacked.size() + 1) + "]";
        if (unpacked.size() >= limits.maxAttachments()) {
            throw new ReadingStopped(Finding.error(
                    ErrorCode.PACKET_LIMIT_EXCEEDED,
                    where,
                    "attachments: more than " + limits.maxAttachments()
                            + " (expected: at most, setting lienthong.packet.maxAttachments)"));
        }
        AttachmentUnpacking begun = new AttachmentUnpacking(store.open(where), limits, budget, where);
        running = begun;
        return begun;
    }

    /** Ends the attachment; returns its number, by which {@link #unpacked()} has it. */
    int end(AttachmentUnpacking ended) throws IOException {
        AttachmentPayload payload = ended.finish();
        ended.release();
        running = null;
        unpacked.add(new Unpacked(payload, ended.fault()));
        return unpacked.size() - 1;
    }

    /** Throws away an attachment that reading stopped in the midst of. */
    void abandon() throws IOException {
        AttachmentUnpacking open = running;
        if (open != null) {
            running = null;
            open.abandon();
        }
    }

    List<Unpacked> unpacked() {
        return unpacked;
    }
}
