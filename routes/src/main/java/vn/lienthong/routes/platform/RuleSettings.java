package vn.lienthong.routes.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.gateway.signature.AlgorithmEnd;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.TrustBranch;

/** Reads what an administrator says of the rules of verification ({@code lienthong.verification.rules}, {@code .algorithm-ends}). */
final class RuleSettings {
    private static final String RULES = "lienthong.verification.rules";
    private static final String ENDS = "lienthong.verification.algorithm-ends";
    private static final Pattern RULE = Pattern.compile("([a-z-]+)(?:\\.([a-z]+))?(?:\\.([a-z]+))?=([A-Za-z]+)");
    private static final Pattern END = Pattern.compile("(SHA3?-\\d+|(RSA|EC)-(\\d{3,5}))=(\\S+)");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private RuleSettings() {}

    /** What verification measures by. */
    static ValidationPolicy policy(List<String> rules, List<String> algorithmEnds) {
        Map<Rules.Place, Level> levels = new HashMap<>();
        rules.forEach(rule -> put(rule, levels));
        List<AlgorithmEnd> ends = new ArrayList<>();
        algorithmEnds.forEach(end -> ends.add(end(end)));
        return ValidationPolicy.standard().with(new Rules(levels, ends, Optional.empty()));
    }

    private static void put(String text, Map<Rules.Place, Level> levels) {
        Rules.Place place = place(text);
        Level level = level(text);
        if (!place.rule().levels().contains(level)) {
            throw Setting.refuse(
                    RULES,
                    text,
                    "mức của " + place.rule().word() + " là một trong "
                            + words(place.rule().levels().toArray(Level[]::new)));
        }
        if (place.form().isPresent() && !place.rule().takesForm()) {
            throw Setting.refuse(RULES, text, place.rule().word() + " không theo dạng tệp");
        }
        levels.put(place, level);
    }

    private static Rules.Place place(String text) {
        Matcher parts = parts(text);
        Rule rule = Arrays.stream(Rule.values())
                .filter(one -> one.word().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> Setting.refuse(RULES, text, words(Rule.values())));
        return new Rules.Place(
                rule,
                Optional.ofNullable(parts.group(2))
                        .map(name -> named(text, name, TrustBranch.values()).name()),
                Optional.ofNullable(parts.group(3)).map(name -> named(text, name, SignedForm.values())));
    }

    private static Level level(String text) {
        return named(text, parts(text).group(4), Level.values());
    }

    private static Matcher parts(String text) {
        Matcher parts = RULE.matcher(text);
        if (!parts.matches()) {
            throw Setting.refuse(RULES, text, "quy-tắc[.nhánh[.dạng]]=FAIL|WARN|INFORM|IGNORE");
        }
        return parts;
    }

    private static <E extends Enum<E>> E named(String text, String name, E[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Setting.refuse(RULES, text, name + " là một trong " + words(all)));
    }

    private static String words(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static AlgorithmEnd end(String text) {
        Matcher parts = END.matcher(text);
        if (!parts.matches()) {
            throw Setting.refuse(ENDS, text, "SHA-256|RSA-2048|EC-256…=năm-tháng-ngày");
        }
        try {
            LocalDate last = LocalDate.parse(parts.group(4));
            return new AlgorithmEnd(
                    parts.group(2) == null ? parts.group(1) : parts.group(2),
                    parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)),
                    last.plusDays(1).atStartOfDay(VIETNAM).toInstant());
        } catch (DateTimeParseException noDate) {
            throw Setting.refuse(ENDS, text, "ngày như 2030-12-31");
        }
    }
}
