package vn.lienthong.routes.platform;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.signature.path.FetchSettings;
import vn.lienthong.gateway.signature.path.OcspUse;
import vn.lienthong.routes.link.OutboundSettings;

/**
 * {@code lienthong.revocation}: how revocation lists and OCSP answers are fetched, and how old they may be.
 *
 * @param fetch false where this machine reaches no authority and lists are brought by {@code admin crl import}; default true
 * @param addresses lists to have at hand before a certificate asks for them; default none
 * @param allowedHosts host names, exact; default empty: as {@code lienthong.outbound.allowed-hosts}
 * @param rewrite {@code host=host[:port]} each: hosts that go by another name in certificates than here; default none
 * @param refresh a list is fetched anew this long after the last time; default 12 h
 * @param timeout of one fetch; default 20 s
 * @param longestList in bytes; default 32 MB
 * @param grace {@code branch=duration} each: how long after its end word of a branch's authorities is still believed; default none
 * @param oldest {@code branch=duration} each: how old it may be at a document's receipt; default: as its own dates say
 * @param ocsp how responders are asked
 */
public record RevocationSettings(
        @DefaultValue("true") boolean fetch,
        @DefaultValue List<URI> addresses,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> rewrite,
        @DefaultValue("12h") Duration refresh,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("32MB") DataSize longestList,
        @DefaultValue List<String> grace,
        @DefaultValue List<String> oldest,
        @DefaultValue OcspSettings ocsp) {
    private static final Pattern RULE = Pattern.compile("([^=/:\\s]+)=([^=/:\\s]+(?::\\d{1,5})?)");

    public RevocationSettings {
        Setting.inRange("lienthong.revocation.refresh", refresh, Duration.ofMinutes(1), Duration.ofDays(30));
        Setting.inRange("lienthong.revocation.timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(10));
        Setting.inRange(
                "lienthong.revocation.longest-list", longestList, DataSize.ofBytes(100), DataSize.ofMegabytes(512));
        for (URI address : addresses) {
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("https?")) {
                throw Setting.refuse("lienthong.revocation.addresses", address, "http://… hoặc https://…");
            }
        }
        FreshnessRules.of(grace, oldest);
        for (String rule : rewrite) {
            if (!RULE.matcher(rule).matches()) {
                throw Setting.refuse("lienthong.revocation.rewrite", rule, "tên-máy=tên-máy[:cổng]");
            }
        }
    }

    FetchSettings limits() {
        FetchSettings usual = FetchSettings.defaults();
        return new FetchSettings(addresses, refresh, usual.firstPause(), usual.longestPause());
    }

    /** What the client may do for this purpose: one byte more than the longest list, so that a longer one is noticed. */
    OutboundSettings bounds(OutboundSettings outbound) {
        return outbound.forRevocation(allowedHosts, timeout, longestBytes() + 1);
    }

    /** The same for OCSP answers. */
    OutboundSettings ocspBounds(OutboundSettings outbound) {
        return outbound.forRevocation(allowedHosts, ocsp.timeout(), ocsp.longestBytes() + 1);
    }

    OcspUse use() {
        return new OcspUse(ocsp.use(), ocsp.authorities(), FreshnessRules.of(grace, oldest));
    }

    int longestBytes() {
        return Math.toIntExact(longestList.toBytes());
    }

    Map<String, String> hosts() {
        Map<String, String> hosts = new HashMap<>();
        for (String rule : rewrite) {
            Matcher parts = RULE.matcher(rule);
            if (parts.matches()) {
                hosts.put(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2));
            }
        }
        return hosts;
    }
}
