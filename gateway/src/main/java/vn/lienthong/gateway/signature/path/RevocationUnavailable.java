package vn.lienthong.gateway.signature.path;

/** An authority did not answer, or not with what can be used: the same may be asked again later. */
public final class RevocationUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public RevocationUnavailable(String message) {
        super(message);
    }

    public RevocationUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
