package vn.lienthong.routes.link;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** When something that takes several calls has to be over. */
final class Deadline {

    private final Duration whole;
    private final long endsAtNanos;

    private Deadline(Duration whole) {
        this.whole = whole;
        this.endsAtNanos = System.nanoTime() + whole.toNanos();
    }

    static Deadline in(Duration whole) {
        return new Deadline(whole);
    }

    /**
     * What is left for the next call.
     *
     * @throws HttpTimeoutException where that is nothing
     */
    Duration left() throws HttpTimeoutException {
        return left(whole);
    }

    /** The same, for a call that has no more than so much anyway. */
    Duration left(Duration most) throws HttpTimeoutException {
        Duration left = Duration.ofNanos(endsAtNanos - System.nanoTime());
        // Less than that is none: time-outs count in milliseconds.
        if (left.toMillis() < 1) {
            throw new HttpTimeoutException("answer: not complete after " + whole);
        }
        return left.compareTo(most) < 0 ? left : most;
    }
}
