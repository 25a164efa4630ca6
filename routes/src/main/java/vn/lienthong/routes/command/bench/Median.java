package vn.lienthong.routes.command.bench;

import java.util.Arrays;

/** The middle of several measurements: one that a noisy moment spoiled does not move it. */
final class Median {
    private Median() {}

    /** The middle one; of an even number, the mean of the two in the middle. */
    static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: none (expected: at least one)");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
