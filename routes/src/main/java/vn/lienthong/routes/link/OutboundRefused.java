package vn.lienthong.routes.link;

/** The gateway may not talk to this destination: an administrator has to allow it, trying again is of no use. */
public final class OutboundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboundRefused(String message) {
        super(message);
    }
}
