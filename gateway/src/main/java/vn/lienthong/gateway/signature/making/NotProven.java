package vn.lienthong.gateway.signature.making;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.key.SigningException;

/** The signature is sound, but what makes it last is not to be had now: try again later. */
public final class NotProven extends SigningException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NotProven(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
