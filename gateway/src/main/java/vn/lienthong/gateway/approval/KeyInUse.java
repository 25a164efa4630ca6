package vn.lienthong.gateway.approval;

import java.io.Serial;
import java.time.Duration;
import vn.lienthong.gateway.signature.key.SigningException;

/** Somebody else was at the key all the time: nothing is wrong with it, and whoever comes again may find it free. */
final class KeyInUse extends SigningException {

    @Serial
    private static final long serialVersionUID = 1L;

    KeyInUse(Duration patience) {
        super("key: in use (expected: free within " + patience + ")", null);
    }
}
