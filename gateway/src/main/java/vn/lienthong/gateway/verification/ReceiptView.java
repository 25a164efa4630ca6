package vn.lienthong.gateway.verification;

import java.util.Optional;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.evidence.Seal;

/**
 * What a receipt says, for people.
 *
 * @param seal over the entry that the receipt names; empty where the receipt is older than its seal
 * @param document whether the caller's file is the one of the receipt; empty when he gave none
 */
public record ReceiptView(ReceiptContent content, Optional<Seal> seal, Optional<Match> document) {

    /** How a file relates to a receipt. */
    public enum Match {
        /** Byte for byte. */
        SAME_BYTES,
        /** The same content, packed anew on the way. */
        SAME_CONTENT,
        /** Not the document of the receipt. */
        OTHER
    }
}
