package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.delivery}: how a delivery is tried, and tried again.
 *
 * @param lease time one attempt has before the sweeper takes the delivery back; default 2 min
 * @param firstRetry wait after the first failed attempt, doubled each time, with jitter; default 10 s
 * @param longestRetry the wait grows no longer than this; default 1 h
 * @param longestWait between two looks at a copy that waits for a person's decision about another recipient; default 4 h
 * @param maxAttempts attempts before a delivery fails for a person to see; default 40, about a day and a half
 * @param inBroker deliveries per receiving system that lie in the broker at once; default 100
 * @param sweepEvery how often the sweeper looks; default 1 s
 * @param rerouteEvery how often deliveries that wait are held against the directory; default 15 s
 */
public record DeliverySettings(
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("4h") Duration longestWait,
        @DefaultValue("40") int maxAttempts,
        @DefaultValue("100") int inBroker,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("15s") Duration rerouteEvery) {
    public DeliverySettings {
        Duration least = Duration.ofMillis(100);
        Duration day = Duration.ofDays(1);
        Setting.inRange("lienthong.delivery.lease", lease, Duration.ofSeconds(1), day);
        Setting.inRange("lienthong.delivery.first-retry", firstRetry, least, day);
        Setting.inRange("lienthong.delivery.longest-retry", longestRetry, firstRetry, Duration.ofDays(7));
        Setting.inRange("lienthong.delivery.longest-wait", longestWait, Duration.ofSeconds(1), day);
        Setting.inRange("lienthong.delivery.max-attempts", maxAttempts, 1, 10_000);
        Setting.inRange("lienthong.delivery.in-broker", inBroker, 1, 100_000);
        Setting.inRange("lienthong.delivery.sweep-every", sweepEvery, least, Duration.ofHours(1));
        Setting.inRange("lienthong.delivery.reroute-every", rerouteEvery, least, Duration.ofHours(1));
    }

    /** As the domain wants them. */
    vn.lienthong.gateway.delivery.DeliverySettings limits(DoorSettings door) {
        vn.lienthong.gateway.delivery.DeliverySettings usual =
                vn.lienthong.gateway.delivery.DeliverySettings.defaults();
        return new vn.lienthong.gateway.delivery.DeliverySettings(
                door.collectLease(),
                lease,
                usual.queuedFor(),
                firstRetry,
                longestRetry,
                longestWait,
                maxAttempts,
                inBroker,
                usual.breakerFailures(),
                usual.breakerPause(),
                door.failAlert(),
                door.maxListed());
    }
}
