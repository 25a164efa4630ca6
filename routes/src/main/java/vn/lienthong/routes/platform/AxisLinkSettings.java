package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.routes.link.AxisBounds;
import vn.lienthong.routes.link.RoundSettings;

/**
 * {@code lienthong.axis-link}: how neighbours are called in the axis dialect. Handing one document over may take no longer
 * than {@code lienthong.delivery.lease} either.
 *
 * @param pollEvery pause between two looks at what waits there; default 30 s
 * @param longestPause the pause after failures doubles up to this; default 10 min
 * @param mostPerRound documents and statuses taken over in one look; default 200
 * @param requestTimeout of one call without a document, and the longest silence of a neighbour; default 1 min
 * @param transferTimeout of one document; default 15 min
 * @param failAlert failures in a row before an operator is told; default 5
 */
public record AxisLinkSettings(
        @DefaultValue("30s") Duration pollEvery,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("200") int mostPerRound,
        @DefaultValue("1m") Duration requestTimeout,
        @DefaultValue("15m") Duration transferTimeout,
        @DefaultValue("5") int failAlert) {
    public AxisLinkSettings {
        Duration least = Duration.ofMillis(100);
        Duration day = Duration.ofDays(1);
        Setting.inRange("lienthong.axis-link.poll-every", pollEvery, least, day);
        Setting.inRange("lienthong.axis-link.longest-pause", longestPause, pollEvery, day);
        Setting.inRange("lienthong.axis-link.most-per-round", mostPerRound, 1, 10_000);
        Setting.inRange("lienthong.axis-link.request-timeout", requestTimeout, least, Duration.ofHours(1));
        Setting.inRange("lienthong.axis-link.transfer-timeout", transferTimeout, requestTimeout, day);
        Setting.inRange("lienthong.axis-link.fail-alert", failAlert, 1, 1_000);
    }

    /** An upload ends before the attempt's lease does: a tenth of it is left for what follows. */
    AxisBounds bounds(Duration attemptLease) {
        Duration within = attemptLease.multipliedBy(9).dividedBy(10);
        return new AxisBounds(
                requestTimeout, transferTimeout, within.compareTo(transferTimeout) < 0 ? within : transferTimeout);
    }

    RoundSettings rounds() {
        return new RoundSettings(pollEvery, longestPause, mostPerRound, failAlert);
    }
}
