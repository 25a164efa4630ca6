package vn.lienthong.gateway.signature.file;

/**
 * Bounds before any reader of a form sees a file; each form has bounds of its own besides.
 *
 * @param maximumBytes largest file that is looked at
 * @param maximumBeside most files that a detached signature may be looked for in
 */
public record FileLimits(long maximumBytes, int maximumBeside) {

    /** As large as the largest packet, 1 GB; 16 files. */
    public static FileLimits standard() {
        return new FileLimits(1L << 30, 16);
    }
}
