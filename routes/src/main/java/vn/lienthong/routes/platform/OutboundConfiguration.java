package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.routes.link.OutboundSettings;

/**
 * {@code lienthong.outbound}: where the gateway may connect to.
 *
 * @param allowedHosts host names, exact; default empty: any whose address is allowed
 * @param allowedRanges address blocks in CIDR form; default empty: any but this machine and its link
 * @param loopback whether this machine itself is a destination; default false
 * @param plainHttp whether http without TLS is let through; default false
 * @param connectTimeout default 5 s
 * @param requestTimeout of one whole request; default 2 min
 * @param longestAnswer how much of an answer is read; default 16 MB
 */
public record OutboundConfiguration(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedRanges,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("2m") Duration requestTimeout,
        @DefaultValue("16MB") DataSize longestAnswer) {
    public OutboundConfiguration {
        Duration least = Duration.ofMillis(100);
        Setting.inRange("lienthong.outbound.connect-timeout", connectTimeout, least, Duration.ofMinutes(5));
        Setting.inRange("lienthong.outbound.request-timeout", requestTimeout, least, Duration.ofHours(1));
        Setting.inRange(
                "lienthong.outbound.longest-answer", longestAnswer, DataSize.ofKilobytes(1), DataSize.ofMegabytes(256));
        allowedRanges.forEach(AddressRange::parse);
    }

    /** As the client wants them; the demo's neighbours run on this machine without TLS. */
    OutboundSettings limits(Mode mode) {
        boolean demo = mode == Mode.DEMO;
        return new OutboundSettings(
                allowedHosts,
                allowedRanges.stream().map(AddressRange::parse).toList(),
                loopback || demo,
                plainHttp || demo,
                connectTimeout,
                requestTimeout,
                Math.toIntExact(longestAnswer.toBytes()));
    }
}
