package vn.lienthong.routes.door;

import java.time.Duration;

/**
 * Limits on what is sent by who has not said yet who calls. It is tiny and short: many at a time, also behind one address, such
 * as that of a proxy before them.
 *
 * @param most bodies that are received at one time; more are asked to come again
 * @param mostOfOne of them from one address, with IPv6 from one /64
 * @param longest time one of them may take
 */
public record StrangerLimits(int most, int mostOfOne, Duration longest) {

    public static StrangerLimits defaults() {
        return new StrangerLimits(256, 64, Duration.ofSeconds(10));
    }
}
