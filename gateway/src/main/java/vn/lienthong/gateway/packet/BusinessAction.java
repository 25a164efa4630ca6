package vn.lienthong.gateway.packet;

import java.util.Optional;

/** What a document does to the record (QCVN 102 2.2.1, BussinessDocType). */
public enum BusinessAction {
    /** Văn bản mới. */
    NEW("0"),
    /** Thu hồi. */
    REVOKE("1"),
    /** Cập nhật. */
    UPDATE("2"),
    /** Thay thế. */
    REPLACE("3");

    private final String wire;

    BusinessAction(String wire) {
        this.wire = wire;
    }

    /** The value on the wire. */
    public String wire() {
        return wire;
    }

    /** The action of a wire value; empty for any other text. */
    public static Optional<BusinessAction> ofWire(String text) {
        return switch (text) {
            case "0" -> Optional.of(NEW);
            case "1" -> Optional.of(REVOKE);
            case "2" -> Optional.of(UPDATE);
            case "3" -> Optional.of(REPLACE);
            default -> Optional.empty();
        };
    }
}
