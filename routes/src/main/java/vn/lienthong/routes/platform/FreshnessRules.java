package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import vn.lienthong.gateway.signature.path.Freshness;
import vn.lienthong.gateway.signature.path.TrustBranch;

/** Reads {@code branch=duration} rules on how old word about revocation may be. */
final class FreshnessRules {
    private static final Pattern RULE = Pattern.compile("([a-z]+)=(\\S+)");
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);
    private static final Duration OLDEST = Duration.ofDays(366);

    private FreshnessRules() {}

    static Map<TrustBranch, Freshness> of(List<String> grace, List<String> oldest) {
        Map<TrustBranch, Duration> longer = read("lienthong.revocation.grace", grace, Duration.ZERO, LONGEST_GRACE);
        Map<TrustBranch, Duration> ages = read("lienthong.revocation.oldest", oldest, Duration.ofMinutes(1), OLDEST);
        Map<TrustBranch, Freshness> rules = new EnumMap<>(TrustBranch.class);
        for (TrustBranch branch : TrustBranch.values()) {
            rules.put(branch, new Freshness(longer.getOrDefault(branch, Duration.ZERO), ages.get(branch)));
        }
        return rules;
    }

    private static Map<TrustBranch, Duration> read(String path, List<String> rules, Duration from, Duration to) {
        Map<TrustBranch, Duration> durations = new EnumMap<>(TrustBranch.class);
        for (String rule : rules) {
            Matcher parts = RULE.matcher(rule);
            if (!parts.matches()) {
                throw refuse(path, rule);
            }
            try {
                Duration duration = DurationStyle.detectAndParse(parts.group(2));
                Setting.inRange(path, duration, from, to);
                durations.put(TrustBranch.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), duration);
            } catch (IllegalArgumentException unreadable) {
                throw String.valueOf(unreadable.getMessage()).startsWith(path) ? unreadable : refuse(path, rule);
            }
        }
        return durations;
    }

    private static IllegalArgumentException refuse(String path, String rule) {
        return Setting.refuse(path, rule, "government|party|public=thời lượng như 12h, 7d");
    }
}
