package vn.lienthong.routes.command.admin;

/** The command did nothing, for a reason its caller can act on. The text is shown alone: what is wrong and the way out. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandRefused(String whatAndWhatToDo) {
        super(whatAndWhatToDo);
    }

    CommandRefused(String whatAndWhatToDo, Throwable cause) {
        super(whatAndWhatToDo, cause);
    }
}
