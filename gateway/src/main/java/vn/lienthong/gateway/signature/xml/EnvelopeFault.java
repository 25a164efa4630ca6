package vn.lienthong.gateway.signature.xml;

import java.io.Serial;

/** The envelope's signature is not one that may be verified. The text is {@code what: value (expected: …)}. */
final class EnvelopeFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    EnvelopeFault(String text) {
        super(text, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
