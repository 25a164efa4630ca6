package vn.lienthong.routes.command.bench;

import java.util.Locale;

/**
 * One operation of ours beside one that it is held against, both measured in the same run.
 *
 * @param what the operation and what it is done to
 * @param measured processor time of one, in microseconds; bytes where the goal is about memory
 * @param against what it is held against
 * @param againstMicros processor time of that
 * @param limit the ratio to be kept; bytes where the goal is about memory
 * @param byClock both are time by the clock instead, since a key elsewhere does the work
 */
record BenchLine(
        String what, double measured, String against, double againstMicros, Goal goal, double limit, boolean byClock) {

    BenchLine(String what, double measured, String against, double againstMicros, Goal goal, double limit) {
        this(what, measured, against, againstMicros, goal, limit, false);
    }

    /** Which way the ratio goes. */
    enum Goal {
        /** The other one takes at least so many times as long. */
        TIMES_FASTER,
        /** Ours takes at most so many times as long. */
        TIMES_THE_COST,
        /** Ours allocates at most so many bytes. */
        BYTES_AT_MOST,
        /** For reading the others by. */
        NAMED
    }

    /** Processor time alone, held against nothing. */
    static BenchLine named(String what, double micros) {
        return new BenchLine(what, micros, "", 0, Goal.NAMED, 0);
    }

    /** 0 where nothing is held against it. */
    double ratio() {
        return switch (goal) {
            case TIMES_FASTER -> againstMicros / measured;
            case TIMES_THE_COST -> measured / againstMicros;
            case BYTES_AT_MOST, NAMED -> 0;
        };
    }

    /** Of what was measured, as programs read it. */
    String unit() {
        if (goal == Goal.BYTES_AT_MOST) {
            return "bytes";
        }
        return byClock ? "clockMicros" : "cpuMicros";
    }

    boolean met() {
        return switch (goal) {
            case TIMES_FASTER -> ratio() >= limit;
            case TIMES_THE_COST -> ratio() <= limit;
            case BYTES_AT_MOST -> measured <= limit;
            case NAMED -> true;
        };
    }

    String text() {
        return switch (goal) {
            case NAMED -> micros();
            case BYTES_AT_MOST ->
                String.format(Locale.ROOT, "%-58s %12.0f byte (cần ≤ %.0f) %s", what, measured, limit, verdict());
            case TIMES_FASTER -> micros() + ratioText("cần ≥");
            case TIMES_THE_COST -> micros() + ratioText("cần ≤");
        };
    }

    private String micros() {
        return String.format(Locale.ROOT, "%-58s %12.1f µs", what, measured);
    }

    private String ratioText(String needed) {
        return String.format(
                Locale.ROOT,
                "  | %-34s %12.1f µs | tỷ lệ %8.2f (%s %.1f) %s",
                against,
                againstMicros,
                ratio(),
                needed,
                limit,
                verdict());
    }

    private String verdict() {
        return met() ? "ĐẠT" : "CHƯA ĐẠT";
    }
}
