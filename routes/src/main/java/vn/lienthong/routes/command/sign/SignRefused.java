package vn.lienthong.routes.command.sign;

import java.io.Serial;

/** A file, or the whole call, is not signed; the text says why. */
final class SignRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    SignRefused(String text) {
        super(text);
    }
}
