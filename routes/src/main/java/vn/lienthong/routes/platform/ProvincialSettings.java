package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.routes.door.StrangerLimits;

/**
 * {@code lienthong.provincial}: the dialect of provincial platforms (LGSP), as a door on the listener of the services and as a
 * link to neighbours, which are called as {@code lienthong.axis-link} says.
 *
 * @param loginLifetime how long the token of {@code /v1/auth/login} counts; default 30 min, as existing programs expect
 * @param lookBack neighbours are asked for what came since so long ago: the longest that this gateway may be down; default 30 d
 * @param loginsAtOnce logins being received at once, from everywhere; default 256
 * @param loginsPerAddress of them from one address (with IPv6 from one /64), which may be a proxy's; default 64
 * @param loginTimeout longest time one login may take to come in; default 10 s
 */
public record ProvincialSettings(
        @DefaultValue("30m") Duration loginLifetime,
        @DefaultValue("30d") Duration lookBack,
        @DefaultValue("256") int loginsAtOnce,
        @DefaultValue("64") int loginsPerAddress,
        @DefaultValue("10s") Duration loginTimeout) {
    public ProvincialSettings {
        Setting.inRange(
                "lienthong.provincial.login-lifetime", loginLifetime, Duration.ofSeconds(1), Duration.ofHours(12));
        Setting.inRange("lienthong.provincial.look-back", lookBack, Duration.ofDays(1), Duration.ofDays(3_650));
        Setting.inRange("lienthong.provincial.logins-at-once", loginsAtOnce, 1, 10_000);
        Setting.inRange("lienthong.provincial.logins-per-address", loginsPerAddress, 1, loginsAtOnce);
        Setting.inRange(
                "lienthong.provincial.login-timeout", loginTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    /** As the door wants them. */
    StrangerLimits strangers() {
        return new StrangerLimits(loginsAtOnce, loginsPerAddress, loginTimeout);
    }
}
