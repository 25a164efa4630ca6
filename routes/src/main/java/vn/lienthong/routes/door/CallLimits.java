package vn.lienthong.routes.door;

import java.time.Duration;

/**
 * How often callers may call.
 *
 * @param callsPerMinute of one system that has no number of its own
 * @param refusedPerMinute calls from one address that are refused before the address is not listened to; as many refusals from
 *     it are written down
 * @param writtenPerMinute refusals that are written down in all; the rest is counted
 * @param tracked systems and addresses that are remembered; the one that was quiet longest is forgotten first
 */
public record CallLimits(int callsPerMinute, int refusedPerMinute, int writtenPerMinute, int tracked) {

    /** What a bucket that was not drawn from for so long has forgotten. */
    static final Duration MEMORY = Duration.ofMinutes(10);
}
