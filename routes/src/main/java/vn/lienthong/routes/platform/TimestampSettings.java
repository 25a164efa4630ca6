package vn.lienthong.routes.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.evidence.StampSeals;

/**
 * {@code lienthong.timestamp}: third parties that vouch for when evidence was sealed (RFC 3161).
 *
 * @param url their addresses, asked in this order until one answers; default none: seals are not stamped
 * @param timeout of one answer; default 3 min, since the Government Cipher Committee's was seen to take two
 * @param firstRetry wait after a failure, doubled each time; default 1 min
 * @param longestRetry the wait grows no longer than this; default 30 min
 * @param alertAfter how long a seal may wait before an operator is told; default 2 h
 */
public record TimestampSettings(
        @DefaultValue List<URI> url,
        @DefaultValue("3m") Duration timeout,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry,
        @DefaultValue("2h") Duration alertAfter) {
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
    }

    /** As the domain wants them. */
    StampSeals.Patience patience() {
        Duration allOfThem = timeout.multipliedBy(Math.max(1, url.size())).plusMinutes(1);
        return new StampSeals.Patience(allOfThem, firstRetry, longestRetry, alertAfter);
    }
}
