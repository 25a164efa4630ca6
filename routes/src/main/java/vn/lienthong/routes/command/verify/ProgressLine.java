package vn.lienthong.routes.command.verify;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which file is being worked on: on a terminal only, and only where there is something to wait for. */
public final class ProgressLine {
    private static final long LARGE_BYTES = 8L << 20;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final int total;

    /**
     * For so many files.
     *
     * @param terminal whether somebody looks
     */
    public ProgressLine(PrintWriter err, boolean terminal, int total) {
        this.err = err;
        this.terminal = terminal;
        this.total = total;
    }

    /** Whether the error stream may be a screen: null without one on 21, and no terminal is then assumed. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean terminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    /** The file that begins now, from 1. */
    public void at(int number, Path file) {
        if (terminal && (total > 1 || isLarge(file))) {
            err.print(WIPE + "[" + number + "/" + total + "] " + file.getFileName());
            err.flush();
        }
    }

    /** Leaves the screen as it was. */
    public void done() {
        if (terminal) {
            err.print(WIPE);
            err.flush();
        }
    }

    private static boolean isLarge(Path file) {
        return file.toFile().length() > LARGE_BYTES && Files.isRegularFile(file);
    }
}
