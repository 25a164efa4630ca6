package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.Serial;

/** The key that signs envelopes is out of reach: nothing was written, and the same call may work later. */
public final class EnvelopeNotSigned extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public EnvelopeNotSigned(String text, Throwable cause) {
        super(text, cause);
    }
}
