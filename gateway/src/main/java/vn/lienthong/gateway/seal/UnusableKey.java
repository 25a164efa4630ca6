package vn.lienthong.gateway.seal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.key.SigningException;

/** A key that cannot be used, and what kind of trouble that is. */
final class UnusableKey extends SigningException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final KeyTrouble trouble;

    UnusableKey(KeyTrouble trouble, String text, @Nullable Throwable cause) {
        super(text, cause);
        this.trouble = trouble;
    }

    KeyTrouble trouble() {
        return trouble;
    }
}
