package vn.lienthong.gateway.signature.xml;

import java.io.Serial;

/** The signature, or what it lies in, is not one that may be verified. The text is {@code what: value (expected: …)}. */
final class XmlFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    XmlFault(String text) {
        super(text, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
