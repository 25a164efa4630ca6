package vn.lienthong.gateway.packet;

import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;

/** What became of an attachment's ContentTransferEncoded. */
public sealed interface AttachmentPayload {

    /**
     * The file, unpacked and stored.
     *
     * @param damaged whether it is binary content that went through a text decoder: kept as evidence, of no use
     */
    record Kept(AttachmentContent content, Packing packing, ContentKind kind, boolean damaged)
            implements AttachmentPayload {}

    /**
     * No file could be had from it.
     *
     * @param reason why
     * @param transferDigest over what was sent, so that two unreadable attachments differ where their bytes do
     */
    record Unreadable(ErrorCode reason, Sha256 transferDigest) implements AttachmentPayload {}
}
