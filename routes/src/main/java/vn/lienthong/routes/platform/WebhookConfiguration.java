package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.webhook.ManageWebhooks;
import vn.lienthong.gateway.webhook.WebhookSettings;
import vn.lienthong.routes.link.PublicAddresses;

/**
 * {@code lienthong.webhooks}: how systems are told of news at an address of theirs.
 *
 * @param perSystem webhooks of one system; default 10
 * @param timeout of one attempt, from the lookup of the name to the answer; default 10 s
 * @param firstDelay after a first failure, doubled with each further one; default 10 s
 * @param longestDelay between two attempts; default 2 h
 * @param mostAttempts of one message; default 20
 * @param pauseAfter failing without any success before the webhook is paused; default 12 h
 * @param atOnce messages on their way to one webhook, from all nodes; default 4
 * @param atOnceInAll messages on their way on this node; default 64
 * @param maxWaiting messages of one webhook that wait; more are dropped, which their numbers tell; default 10,000
 * @param keep how long a message is listed after it ended; default 7 d
 * @param secretOverlap how long a secret counts after the next one was made; default 24 h
 * @param privateRanges address blocks of private networks, or of this machine, that webhooks may reach, in CIDR form; what
 *     {@code outbound} does not let through stays closed; default empty, in the demo this machine
 */
public record WebhookConfiguration(
        @DefaultValue("10") int perSystem,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10s") Duration firstDelay,
        @DefaultValue("2h") Duration longestDelay,
        @DefaultValue("20") int mostAttempts,
        @DefaultValue("12h") Duration pauseAfter,
        @DefaultValue("4") int atOnce,
        @DefaultValue("64") int atOnceInAll,
        @DefaultValue("10000") int maxWaiting,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue List<String> privateRanges) {

    static final String PRIVATE_RANGES = "lienthong.webhooks.private-ranges";
    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1");

    /** What an attempt takes beside its time-out: the database before and after. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    public WebhookConfiguration {
        Duration tenth = Duration.ofMillis(100);
        Setting.inRange("lienthong.webhooks.per-system", perSystem, 0, 1_000);
        Setting.inRange("lienthong.webhooks.timeout", timeout, tenth, Duration.ofMinutes(2));
        Setting.inRange("lienthong.webhooks.first-delay", firstDelay, tenth, Duration.ofHours(1));
        Setting.inRange("lienthong.webhooks.longest-delay", longestDelay, firstDelay, Duration.ofDays(1));
        Setting.inRange("lienthong.webhooks.most-attempts", mostAttempts, 1, 1_000);
        Setting.inRange("lienthong.webhooks.pause-after", pauseAfter, Duration.ofSeconds(1), Duration.ofDays(30));
        Setting.inRange("lienthong.webhooks.at-once", atOnce, 1, 32);
        Setting.inRange("lienthong.webhooks.at-once-in-all", atOnceInAll, atOnce, 512);
        Setting.inRange("lienthong.webhooks.max-waiting", maxWaiting, 1, 1_000_000);
        Setting.inRange("lienthong.webhooks.keep", keep, Duration.ofMinutes(1), Duration.ofDays(365));
        Setting.inRange("lienthong.webhooks.secret-overlap", secretOverlap, Duration.ZERO, Duration.ofDays(30));
        privateRanges.forEach(AddressRange::parse);
    }

    WebhookSettings sending() {
        return new WebhookSettings(
                firstDelay,
                longestDelay,
                mostAttempts,
                pauseAfter,
                atOnce,
                atOnceInAll,
                maxWaiting,
                keep,
                timeout.plus(MARGIN));
    }

    /** Where an address that a system gave may lead; the demo's receivers run on this machine. */
    PublicAddresses reach(Mode mode) {
        return new PublicAddresses(
                Stream.concat(privateRanges.stream(), mode == Mode.DEMO ? THIS_MACHINE.stream() : Stream.empty())
                        .map(AddressRange::parse)
                        .toList(),
                PRIVATE_RANGES);
    }

    ManageWebhooks.Limits limits() {
        return new ManageWebhooks.Limits(perSystem, secretOverlap);
    }
}
