package vn.lienthong.routes.command.bench;

/** The bench cannot go on; the text says why, for a person. */
final class BenchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchFailed(String text) {
        super(text);
    }

    BenchFailed(String text, Throwable cause) {
        super(text, cause);
    }
}
