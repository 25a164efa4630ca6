package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.io.Serial;

/** The bytes are not an archive that every reader reads alike. The text is {@code what: value (expected: …)}. */
final class ZipFault extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    ZipFault(String text) {
        this(text, false);
    }

    private ZipFault(String text, boolean limit) {
        super(text);
        this.limit = limit;
    }

    /** What asks for more work than we do, and may be well-formed. */
    static ZipFault limit(String text) {
        return new ZipFault(text, true);
    }

    /** Whether reading ended at a limit, before all was seen. */
    boolean atLimit() {
        return limit;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    // A bad document is a value: nobody reads this stack, and strangers would pay for it with our time.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
