package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lienthong.tray}: what a clerk may keep in the out-tray. The bounds keep one account from filling the disk.
 *
 * @param maxDrafts drafts of one agency that are not sent; default 200
 * @param maxFiles files of one draft; default 50
 * @param maxSize all files of one draft together; default 100 MB
 * @param maxRecipients recipients of one draft; default 300
 * @param proposalTime how long a clerk waits for what is read off a PDF; default 5 s
 * @param signWithin how long after an officer confirmed documents they are begun, such as after a restart, and how long
 *     from there on they are signed; default 1 h
 * @param maxSigning most documents that an officer signs at once; default 500
 */
public record TraySettings(
        @DefaultValue("200") int maxDrafts,
        @DefaultValue("50") int maxFiles,
        @DefaultValue("100MB") DataSize maxSize,
        @DefaultValue("300") int maxRecipients,
        @DefaultValue("5s") Duration proposalTime,
        @DefaultValue("1h") Duration signWithin,
        @DefaultValue("500") int maxSigning) {
    public TraySettings {
        Setting.inRange("lienthong.tray.max-drafts", maxDrafts, 1, 100_000);
        Setting.inRange("lienthong.tray.max-files", maxFiles, 1, 1_000);
        Setting.inRange("lienthong.tray.max-size", maxSize, DataSize.ofKilobytes(1), DataSize.ofGigabytes(4));
        Setting.inRange("lienthong.tray.max-recipients", maxRecipients, 1, 10_000);
        Setting.inRange("lienthong.tray.proposal-time", proposalTime, Duration.ofMillis(100), Duration.ofMinutes(1));
        Setting.inRange("lienthong.tray.sign-within", signWithin, Duration.ofMinutes(1), Duration.ofHours(24));
        Setting.inRange("lienthong.tray.max-signing", maxSigning, 1, 5_000);
    }
}
