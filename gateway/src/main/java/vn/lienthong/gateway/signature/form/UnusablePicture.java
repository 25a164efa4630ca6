package vn.lienthong.gateway.signature.form;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A picture is no PNG that can be drawn. The text says what to look at. */
public final class UnusablePicture extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusablePicture(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
