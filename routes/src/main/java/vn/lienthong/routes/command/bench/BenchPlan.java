package vn.lienthong.routes.command.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param seconds about how long one round lasts
 * @param warmUpSeconds before the first case at least: a gateway that has just started is busy compiling its own code
 * @param documents in one round; 0 for as many as fit into the seconds
 * @param limit after which no further case and no further round is begun
 */
record BenchPlan(
        List<BenchCase> cases,
        int threads,
        int rounds,
        double seconds,
        double warmUpSeconds,
        int documents,
        Duration limit) {
    /** What one round may put on disk. */
    private static final long MOST_ROUND_BYTES = 320L << 20;

    private static final int LEAST_DOCUMENTS = 5;

    BenchPlan {
        cases = List.copyOf(cases);
        within("--threads", threads, 1, 64);
        within("--rounds", rounds, 1, 20);
        within("--seconds", seconds, 0.1, 60);
        within("--warm-up", warmUpSeconds, 0, 600);
        within("--documents", documents, 0, 100_000);
        within("--limit", (double) limit.toSeconds(), 1, 86_400);
    }

    /** How many documents a round sends, at the rate that was seen so far. */
    int documentsAt(double perSecond, int packetBytes) {
        if (documents > 0) {
            return documents;
        }
        long fitting = Math.max(LEAST_DOCUMENTS, MOST_ROUND_BYTES / packetBytes);
        return (int) Math.clamp(Math.round(perSecond * seconds), (long) LEAST_DOCUMENTS, fitting);
    }

    private static void within(String name, double value, double least, double most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (cần: từ " + least + " đến " + most + ")");
        }
    }
}
