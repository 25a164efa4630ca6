package vn.lienthong.gateway.signature.key;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A key could not sign, or a file could not be prepared for it: nothing was signed. The text says what to look at. */
public class SigningException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public SigningException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
