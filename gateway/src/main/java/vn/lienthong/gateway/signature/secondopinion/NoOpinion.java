package vn.lienthong.gateway.signature.secondopinion;

import java.io.Serial;

/** The other engine could not say anything. */
public final class NoOpinion extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean asked;
    private final boolean never;

    public NoOpinion(String message, Throwable cause) {
        super(message, cause);
        this.asked = true;
        this.never = false;
    }

    private NoOpinion(String message, boolean asked, boolean never) {
        super(message);
        this.asked = asked;
        this.never = never;
    }

    /** The engine was not shown the file, or was kept from it for a reason that does not lie in the file. */
    public static NoOpinion notAsked(String message) {
        return new NoOpinion(message, false, false);
    }

    /** The file itself is the reason why the engine was not shown it: it will be so the next time. */
    public static NoOpinion withheld(String message) {
        return new NoOpinion(message, true, true);
    }

    /** Whether the file had its turn, or can never have one; if not, nothing is known against it. */
    public boolean asked() {
        return asked;
    }

    /** Whether asking again is no use: the file is withheld. */
    public boolean never() {
        return never;
    }
}
