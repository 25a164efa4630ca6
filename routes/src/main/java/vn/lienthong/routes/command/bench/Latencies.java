package vn.lienthong.routes.command.bench;

import java.util.Arrays;

/** Times of single documents, sorted. */
final class Latencies {
    private final long[] nanos;

    Latencies(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("latencies: none (expected: at least one)");
        }
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    int count() {
        return nanos.length;
    }

    /** The smallest time that at least this share of the documents did not exceed: the nearest rank. */
    double millisAt(double share) {
        int rank = (int) Math.ceil(share * nanos.length);
        return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / 1e6;
    }
}
