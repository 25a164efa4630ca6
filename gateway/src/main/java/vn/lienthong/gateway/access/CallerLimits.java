package vn.lienthong.gateway.access;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an administrator allows one system instead of what the settings allow every system.
 *
 * @param callsPerMinute how often it may call; empty: as the settings say
 * @param maxPacketBytes of one document that it hands in; empty: as the settings say, which are the most in any case
 */
public record CallerLimits(OptionalInt callsPerMinute, OptionalLong maxPacketBytes) {

    /** As the settings say. */
    public static final CallerLimits USUAL = new CallerLimits(OptionalInt.empty(), OptionalLong.empty());

    public CallerLimits {
        callsPerMinute.ifPresent(calls -> requirePositive("callsPerMinute", calls));
        maxPacketBytes.ifPresent(bytes -> requirePositive("maxPacketBytes", bytes));
    }

    private static void requirePositive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: at least 1)");
        }
    }
}
