package vn.lienthong.routes.platform;

/**
 * The gateway will not start, for a reason its operator can act on. The text is shown alone, without a stack trace, so it
 * says what is wrong and what to do.
 */
public final class StartRefused extends RuntimeException {
    public StartRefused(String whatAndWhatToDo) {
        super(whatAndWhatToDo);
    }

    public StartRefused(String whatAndWhatToDo, Throwable cause) {
        super(whatAndWhatToDo, cause);
    }
}
