package vn.lienthong.routes.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.gateway.evidence.record.DigestFiles;

/**
 * {@code lienthong.timestamp}: third parties that vouch for when evidence was sealed (RFC 3161).
 *
 * @param url their addresses, asked in this order until one answers; default none: seals are not stamped
 * @param timeout of one answer; default 3 min, since the Government Cipher Committee's was seen to take two
 * @param firstRetry wait after a failure, doubled each time; default 1 min
 * @param longestRetry the wait grows no longer than this; default 30 min
 * @param alertAfter how long a seal may wait before an operator is told; default 2 h
 * @param renewalFiles how many files are digested in a step, each minute, when trees of evidence records are renewed; default
 *     500
 * @param renewalSize no further file in a step once so much was read; default 1 GB
 * @param records whether everything received on a day gets one timestamp once the day is over (RFC 4998); default true
 */
public record TimestampSettings(
        @DefaultValue List<URI> url,
        @DefaultValue("3m") Duration timeout,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry,
        @DefaultValue("2h") Duration alertAfter,
        @DefaultValue("500") int renewalFiles,
        @DefaultValue("1GB") DataSize renewalSize,
        @DefaultValue("true") boolean records) {
    public TimestampSettings {
        Duration second = Duration.ofSeconds(1);
        for (URI address : url) {
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!http || address.getHost() == null || address.getUserInfo() != null) {
                throw Setting.refuse("lienthong.timestamp.url", address, "http://… hoặc https://…");
            }
        }
        Setting.inRange("lienthong.timestamp.timeout", timeout, second, Duration.ofMinutes(10));
        Setting.inRange("lienthong.timestamp.first-retry", firstRetry, second, Duration.ofHours(1));
        Setting.inRange("lienthong.timestamp.longest-retry", longestRetry, firstRetry, Duration.ofDays(1));
        Setting.inRange("lienthong.timestamp.alert-after", alertAfter, Duration.ofMinutes(1), Duration.ofDays(30));
        Setting.inRange("lienthong.timestamp.renewal-files", renewalFiles, 1, 100_000);
        Setting.inRange(
                "lienthong.timestamp.renewal-size", renewalSize, DataSize.ofMegabytes(1), DataSize.ofGigabytes(100));
    }

    DigestFiles.Limits renewalStep() {
        return new DigestFiles.Limits(renewalFiles, renewalSize.toBytes());
    }

    /** As the domain wants them. */
    StampSeals.Patience patience() {
        Duration allOfThem = timeout.multipliedBy(Math.max(1, url.size())).plusMinutes(1);
        return new StampSeals.Patience(allOfThem, firstRetry, longestRetry, alertAfter);
    }
}
