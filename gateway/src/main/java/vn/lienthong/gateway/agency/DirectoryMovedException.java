package vn.lienthong.gateway.agency;

/** Another change came first. Nothing was changed; read the directory again and work the change out anew. */
public final class DirectoryMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectoryMovedException(long basedOn, long current) {
        super("directory version: " + basedOn + " (expected: " + current + ", the current one)");
    }
}
