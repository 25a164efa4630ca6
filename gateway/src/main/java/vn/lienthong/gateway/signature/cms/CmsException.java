package vn.lienthong.gateway.signature.cms;

import java.io.Serial;

/** The bytes are not an acceptable CMS signature. The text is {@code what: value (expected: …)}. */
public class CmsException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public CmsException(String text) {
        // A bad document is a value: nobody reads this stack, and strangers would pay for it with our time.
        super(text, null, false, false);
    }

    /** It is CMS, and signs no document: certificates alone (RFC 5652 §5.1), or a timestamp token (RFC 3161 §2.4.2). */
    static final class SignsNothing extends CmsException {
        @Serial
        private static final long serialVersionUID = 1L;

        SignsNothing(String text) {
            super(text);
        }
    }

    /** The bytes may be BER, of which DER is a part. */
    static final class NotDer extends CmsException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotDer(String text) {
            super(text);
        }
    }
}
