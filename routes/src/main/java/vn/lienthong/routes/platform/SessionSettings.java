package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.console.session}: how long a login lasts.
 *
 * @param idle without a click; a page that refreshes itself is no click; default 30 min
 * @param limit whatever is clicked; default 12 h
 */
public record SessionSettings(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration limit) {
    public SessionSettings {
        Setting.inRange("lienthong.console.session.idle", idle, Duration.ofMinutes(1), Duration.ofDays(1));
        Setting.inRange("lienthong.console.session.limit", limit, Duration.ofMinutes(5), Duration.ofDays(7));
    }
}
