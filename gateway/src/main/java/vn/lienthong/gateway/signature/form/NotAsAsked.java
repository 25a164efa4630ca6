package vn.lienthong.gateway.signature.form;

import java.io.Serial;
import vn.lienthong.gateway.signature.key.SigningException;

/** What was signed is not the old file with the one signature more that was asked for. */
public final class NotAsAsked extends SigningException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** In what it differs. */
    public enum Fault {
        /** The file does not begin with the old one. */
        EARLIER_BYTES,
        /** A signature in it is broken, or it is no file that can be read. */
        NOT_SOUND,
        /** No signature more, or several. */
        COUNT,
        /** The new signature does not cover the file to its end. */
        COVERAGE,
        /** Another certificate's. */
        CERTIFICATE,
        /** Something else was added or changed too. */
        CONTENT
    }

    NotAsAsked(Fault fault, String text) {
        super(text, null);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
