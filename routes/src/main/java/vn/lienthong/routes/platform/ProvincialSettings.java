package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.provincial}: the dialect of provincial platforms (LGSP), as a door on the listener of the services and as a
 * link to neighbours, which are called as {@code lienthong.axis-link} says.
 *
 * @param loginLifetime how long the token of {@code /v1/auth/login} counts; default 30 min, as existing programs expect
 * @param lookBack neighbours are asked for what came since so long ago: the longest that this gateway may be down; default 30 d
 */
public record ProvincialSettings(@DefaultValue("30m") Duration loginLifetime, @DefaultValue("30d") Duration lookBack) {
    public ProvincialSettings {
        Setting.inRange(
                "lienthong.provincial.login-lifetime", loginLifetime, Duration.ofSeconds(1), Duration.ofHours(12));
        Setting.inRange("lienthong.provincial.look-back", lookBack, Duration.ofDays(1), Duration.ofDays(3_650));
    }
}
