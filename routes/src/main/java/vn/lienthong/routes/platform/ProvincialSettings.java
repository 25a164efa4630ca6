package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.provincial}: the dialect of provincial platforms (LGSP), as a door on the listener of the services.
 *
 * @param loginLifetime how long the token of {@code /v1/auth/login} counts; default 30 min, as existing programs expect
 */
public record ProvincialSettings(@DefaultValue("30m") Duration loginLifetime) {
    public ProvincialSettings {
        Setting.inRange(
                "lienthong.provincial.login-lifetime", loginLifetime, Duration.ofSeconds(1), Duration.ofHours(12));
    }
}
