package vn.lienthong.routes.door;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Limits on what callers send.
 *
 * @param maxBodyBytes of one document
 * @param minBytesPerSecond a caller that stays below it for longer than {@code grace} is cut off
 * @param grace before the rate counts
 * @param longest time one body may take, at whatever rate
 * @param most bodies that are received at one time; more are asked to come again
 * @param mostOfOne of them that one caller sends
 */
public record UploadLimits(
        long maxBodyBytes, long minBytesPerSecond, Duration grace, Duration longest, int most, int mostOfOne) {

    private static final long GIB = 1024L * 1024 * 1024;

    public static UploadLimits defaults() {
        return new UploadLimits(GIB, 4 * 1024, Duration.ofSeconds(30), Duration.ofMinutes(15), 64, 16);
    }

    /** The same with places of their own, of which one caller has half. */
    public UploadLimits withPlaces(int own) {
        return new UploadLimits(maxBodyBytes, minBytesPerSecond, grace, longest, own, Math.max(1, own / 2));
    }

    /** The same, for bodies that take at most so long. */
    UploadLimits noLongerThan(Duration most) {
        return longest.compareTo(most) <= 0
                ? this
                : new UploadLimits(maxBodyBytes, minBytesPerSecond, grace, most, this.most, mostOfOne);
    }

    /** The same, for documents of at most so many bytes where there is such a number. */
    UploadLimits within(OptionalLong bytes) {
        return bytes.isEmpty() || bytes.getAsLong() >= maxBodyBytes
                ? this
                : new UploadLimits(bytes.getAsLong(), minBytesPerSecond, grace, longest, most, mostOfOne);
    }
}
