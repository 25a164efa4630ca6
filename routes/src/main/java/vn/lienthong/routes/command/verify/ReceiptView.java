package vn.lienthong.routes.command.verify;

import java.util.Optional;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.evidence.Seal;

/**
 * What a receipt says, for people.
 *
 * @param seal over the entry that the receipt names; empty where the receipt is older than its seal
 * @param document whether the caller's file is the one of the receipt; empty when he gave none
 */
record ReceiptView(ReceiptContent content, Optional<Seal> seal, Optional<Match> document) {

    /** How a file relates to a receipt. */
    enum Match {
        SAME_BYTES("đúng từng byte là văn bản của biên nhận"),
        SAME_CONTENT("cùng nội dung với văn bản của biên nhận, đóng gói khác"),
        OTHER("KHÔNG PHẢI văn bản của biên nhận");

        private final String vietnamese;

        Match(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        String vietnamese() {
            return vietnamese;
        }
    }
}
