package vn.lienthong.gateway.packet;

import java.util.Objects;

/**
 * The sender's name for a document (QCVN 102 1.14). Opaque: often {@code sender,yyyy/MM/dd,number/notation}, where the date
 * need not exist, often a UUID. Compared exactly, character by character; never taken apart.
 *
 * @param value the text; empty where the packet has none
 */
public record DocumentId(String value) {

    /** No id. */
    public static final DocumentId NONE = new DocumentId("");

    public DocumentId {
        Objects.requireNonNull(value, "value");
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
