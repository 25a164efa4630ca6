package vn.lienthong.routes.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** One line on the screen per stage of a start, with the seconds since the program was called. Safe for many threads. */
public final class Progress {
    private final PrintStream screen;
    private final InstantSource clock;
    private final Instant begin;

    private Progress(PrintStream screen, InstantSource clock, Instant begin) {
        this.screen = screen;
        this.clock = clock;
        this.begin = begin;
    }

    /** Counts from the moment this process was started, so the time Java itself takes is seen too. */
    public static Progress sinceProcessStart(PrintStream screen) {
        InstantSource clock = InstantSource.system();
        Instant begin = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        return new Progress(screen, clock, begin);
    }

    /** For callers that start things without a person watching. */
    public static Progress silent() {
        InstantSource clock = InstantSource.system();
        return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()), clock, clock.instant());
    }

    public void say(String what) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        screen.println(String.format(Locale.ROOT, "[%4.1f s] %s", seconds, what));
    }
}
