package vn.lienthong.routes.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.routes.door.CallLimits;

/**
 * {@code lienthong.limits}: what one caller may take of what all share, at all doors for systems together. Each
 * node counts for itself, in its memory: with N nodes a caller that reaches all of them has up to N times as much.
 *
 * @param callsPerMinute calls of one system; {@code admin system limit} gives a system a number of its own; default 6,000
 * @param uploadsPerCaller bodies of one caller that are received at once; default a quarter of {@code door.max-uploads}
 * @param soapCallsPerCaller SOAP calls of one caller worked on at once; default a quarter of {@code soap.max-calls}
 * @param refusedPerMinute refused calls from one address (with IPv6 from one /64) before it is not listened to; default 120
 * @param writtenPerMinute refusals of the doors that get a line of their own, in all; the rest is counted; default 1,200
 * @param tracked systems and addresses remembered at once; default 20,000
 * @param refusalAge how long a refusal's line is kept before it is only counted; default 90 d
 */
public record LimitSettings(
        @DefaultValue("6000") int callsPerMinute,
        @Nullable Integer uploadsPerCaller,
        @Nullable Integer soapCallsPerCaller,
        @DefaultValue("120") int refusedPerMinute,
        @DefaultValue("1200") int writtenPerMinute,
        @DefaultValue("20000") int tracked,
        @DefaultValue("90d") Duration refusalAge) {

    private static final int SHARE = 4;
    private static final int MOST = 1_000_000;

    public LimitSettings {
        Setting.inRange("lienthong.limits.calls-per-minute", callsPerMinute, 1, MOST);
        Setting.inRange("lienthong.limits.refused-per-minute", refusedPerMinute, 1, MOST);
        Setting.inRange("lienthong.limits.written-per-minute", writtenPerMinute, 1, MOST);
        Setting.inRange("lienthong.limits.tracked", tracked, 100, MOST);
        Setting.inRange("lienthong.limits.refusal-age", refusalAge, Duration.ofHours(1), Duration.ofDays(3_650));
        Setting.inRange(
                "lienthong.limits.uploads-per-caller", uploadsPerCaller == null ? 1 : uploadsPerCaller, 1, MOST);
        Setting.inRange(
                "lienthong.limits.soap-calls-per-caller", soapCallsPerCaller == null ? 1 : soapCallsPerCaller, 1, MOST);
    }

    CallLimits calls() {
        return new CallLimits(callsPerMinute, refusedPerMinute, writtenPerMinute, tracked);
    }

    public int uploadsOfOne(DoorSettings door) {
        return uploadsPerCaller == null ? share(door.maxUploads()) : uploadsPerCaller;
    }

    /** SOAP calls of one caller that are worked on at once. */
    public int soapCallsOfOne(SoapSettings soap) {
        return soapCallsPerCaller == null ? share(soap.maxCalls()) : soapCallsPerCaller;
    }

    private static int share(int all) {
        return Math.max(1, all / SHARE);
    }
}
