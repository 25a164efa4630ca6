package vn.lienthong.gateway.evidence;

/** No authority gave a token that holds; it is to be asked again later. The text names each and why. */
public final class TimestampFailed extends Exception {

    private static final long serialVersionUID = 1L;

    TimestampFailed(String text) {
        super(text);
    }
}
