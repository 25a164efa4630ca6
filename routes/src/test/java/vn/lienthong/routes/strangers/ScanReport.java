package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scan found, and what it looked at: a scan that saw nothing proves nothing. */
final class ScanReport {

    /** As ZAP grades. */
    enum Risk {
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * One thing at one place.
     *
     * @param rule ZAP's number and name of it, where ZAP has one
     */
    record Found(Risk risk, String rule, String where, String evidence) {}

    private final Set<Found> found = new LinkedHashSet<>();
    private final TreeMap<String, Integer> looked = new TreeMap<>();

    void looked(String rule) {
        looked.merge(rule, 1, Integer::sum);
    }

    /** Looks once; what holds is no finding. */
    void expect(boolean holds, Risk risk, String rule, String where, String evidence) {
        looked(rule);
        if (!holds) {
            found.add(new Found(risk, rule, where, evidence.replaceAll("\\s+", " ")));
        }
    }

    List<Found> above(Risk risk) {
        return found.stream().filter(one -> one.risk().compareTo(risk) > 0).toList();
    }

    List<Found> all() {
        return List.copyOf(found);
    }

    int times(String rule) {
        return looked.getOrDefault(rule, 0);
    }

    Set<String> rules() {
        return looked.keySet();
    }

    void write(Path file) throws IOException {
        String rows = looked.entrySet().stream()
                .map(rule -> row(
                        rule.getKey(),
                        rule.getValue(),
                        found.stream()
                                .filter(one -> one.rule().equals(rule.getKey()))
                                .count()))
                .collect(Collectors.joining());
        String findings = found.stream()
                .sorted(Comparator.comparing(Found::risk).reversed().thenComparing(Found::rule))
                .map(one -> one.risk() + "  " + one.rule() + "  " + one.where() + "  "
                        + one.evidence().substring(0, Math.min(one.evidence().length(), 200)) + "\n")
                .collect(Collectors.joining());
        Files.createDirectories(file.getParent());
        Files.writeString(file, row("rule", "looked", "found") + rows + "\n" + findings);
    }

    private static String row(String rule, Object looked, Object found) {
        return String.format(Locale.ROOT, "%-72s %8s %8s%n", rule, looked, found);
    }
}
