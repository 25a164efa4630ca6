package vn.lienthong.routes.door;

import java.time.Duration;

/**
 * Limits on what a caller sends.
 *
 * @param maxBodyBytes of one document
 * @param minBytesPerSecond a caller that stays below it for longer than {@code grace} is cut off
 * @param grace before the rate counts
 */
public record UploadLimits(long maxBodyBytes, long minBytesPerSecond, Duration grace) {

    private static final long GIB = 1024L * 1024 * 1024;

    public static UploadLimits defaults() {
        return new UploadLimits(GIB, 4 * 1024, Duration.ofSeconds(30));
    }
}
