package vn.lienthong.gateway.packet;

import java.util.List;

/**
 * One old document that a replacement takes the place of (QCVN 102 2.2.8).
 *
 * @param organIds for which recipients; none named means all
 */
public record Replacement(DocumentId documentId, List<String> organIds) {

    public Replacement {
        organIds = List.copyOf(organIds);
    }
}
