package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.routes.door.folder.FolderBounds;

/**
 * {@code lienthong.folder}: exchange folders of systems that can only write and read files.
 *
 * @param lookEvery pause between two looks into a folder; default 5 s, doubled after each failure up to 10 min
 * @param settle a file is taken once its size and time are unchanged for so long; default 10 s
 * @param mostPerLook files taken, and copies put, in one look; default 200
 * @param mostLying copies that lie in a folder at one time, the others wait; default 5000
 * @param waitForOther how long a description in JSON waits for its files, and a file for its description; default 10 min
 * @param failAlert failures in a row before an operator is told; default 5
 */
public record FolderSettings(
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("10s") Duration settle,
        @DefaultValue("200") int mostPerLook,
        @DefaultValue("5000") int mostLying,
        @DefaultValue("10m") Duration waitForOther,
        @DefaultValue("5") int failAlert) {
    public FolderSettings {
        Duration least = Duration.ofMillis(100);
        Setting.inRange("lienthong.folder.look-every", lookEvery, least, Duration.ofHours(1));
        Setting.inRange("lienthong.folder.settle", settle, least, Duration.ofHours(1));
        Setting.inRange("lienthong.folder.most-per-look", mostPerLook, 1, 10_000);
        Setting.inRange("lienthong.folder.most-lying", mostLying, 1, 100_000);
        Setting.inRange("lienthong.folder.wait-for-other", waitForOther, settle, Duration.ofDays(1));
        Setting.inRange("lienthong.folder.fail-alert", failAlert, 1, 1_000);
    }

    /**
     * As the door wants them.
     *
     * @param longestFile bytes of the largest packet that any door takes
     */
    public FolderBounds bounds(long longestFile) {
        return new FolderBounds(lookEvery, settle, mostPerLook, mostLying, longestFile, waitForOther, failAlert);
    }
}
