package vn.lienthong.gateway.signature.pdf;

import java.io.Serial;

/** The file is not what a strict reader accepts (ISO 32000-1 §7). The text is {@code what: value (expected: …)}. */
final class PdfFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    PdfFault(String text) {
        // A bad document is a value: nobody reads this stack, and strangers would pay for it with our time.
        super(text, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
