package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.door}: what the doors allow a caller.
 *
 * @param timestampWindow how old a call's timestamp may be, for a system that is added without a window of its own;
 *     default and longest 24 h, because the client library of the axis sets it once and keeps it. A longer one is a
 *     system's own, and only where it is bound to an address or certificate
 * @param maxListed lines of one list; default 500
 * @param collectLease how long an item taken up for processing stays behind the others; default 10 min
 * @param failAlert reports of failure on one item before an operator is told; default 5
 * @param maxUploads bodies being received at once; more are asked to come again; default 64
 * @param maxVerifications files being judged for systems and people at once, beside the uploads; of them one caller has half;
 *     default 8
 * @param maxSeals files that systems have sealed at once, beside the uploads; of them one caller has half; default 8
 * @param uploadTimeout longest time one body may take; default 15 min
 * @param drain how long what was let in may go on after the gateway was told to stop; default 30 s
 */
public record DoorSettings(
        @DefaultValue("24h") Duration timestampWindow,
        @DefaultValue("500") int maxListed,
        @DefaultValue("10m") Duration collectLease,
        @DefaultValue("5") int failAlert,
        @DefaultValue("64") int maxUploads,
        @DefaultValue("8") int maxVerifications,
        @DefaultValue("8") int maxSeals,
        @DefaultValue("15m") Duration uploadTimeout,
        @DefaultValue("30s") Duration drain) {
    public DoorSettings {
        Duration second = Duration.ofSeconds(1);
        Setting.inRange("lienthong.door.timestamp-window", timestampWindow, Duration.ofMinutes(1), Duration.ofDays(1));
        Setting.inRange("lienthong.door.max-listed", maxListed, 1, 10_000);
        Setting.inRange("lienthong.door.collect-lease", collectLease, second, Duration.ofDays(1));
        Setting.inRange("lienthong.door.fail-alert", failAlert, 1, 1_000);
        Setting.inRange("lienthong.door.max-uploads", maxUploads, 1, 10_000);
        Setting.inRange("lienthong.door.max-verifications", maxVerifications, 1, 1_000);
        Setting.inRange("lienthong.door.max-seals", maxSeals, 1, 1_000);
        Setting.inRange("lienthong.door.upload-timeout", uploadTimeout, second, Duration.ofDays(1));
        Setting.inRange("lienthong.door.drain", drain, Duration.ZERO, Duration.ofHours(1));
    }
}
