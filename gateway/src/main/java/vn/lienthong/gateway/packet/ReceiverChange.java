package vn.lienthong.gateway.packet;

/**
 * One recipient that an update adds or removes (QCVN 102 2.2.3).
 *
 * @param receiverType {@code 0} removed, {@code 1} added
 */
public record ReceiverChange(String organId, String receiverType) {

    public boolean isAdded() {
        return receiverType.equals("1");
    }

    public boolean isRemoved() {
        return receiverType.equals("0");
    }
}
