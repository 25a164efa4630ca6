package vn.lienthong.gateway.packet;

import java.util.List;

/**
 * What an update says it changes (QCVN 102 2.2.3, BussinessDocumentInfo).
 *
 * @param documentInfo {@code 1} where the document's data changed
 * @param documentReceiver {@code 1} where its recipients changed
 * @param receivers which ones
 */
public record DocumentChange(String documentInfo, String documentReceiver, List<ReceiverChange> receivers) {

    /** Nothing said. */
    public static final DocumentChange NONE = new DocumentChange("", "", List.of());

    public DocumentChange {
        receivers = List.copyOf(receivers);
    }
}
