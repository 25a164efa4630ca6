package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nodes are renewed one after the other, so a program of before goes on writing to a schema of after. A step that it cannot live
 * with says so in {@code schema_mark}, or stands below with its reason.
 */
class MigrationsLetOldNodesLiveTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    /** Schemas before it were never run by two versions at once. */
    private static final int FIRST = 46;

    /** What breaks a program that does not know of it. */
    private static final Map<String, Pattern> BREAKING = Map.of(
            "drops something", Pattern.compile("\\bdrop\\s+(table|column|view|type|function)\\b"),
            "renames something", Pattern.compile("\\brename\\s+(to|column|constraint)\\b"),
            "changes a type", Pattern.compile("\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b"),
            "makes a column required", Pattern.compile("\\balter\\s+column\\s+\\w+\\s+set\\s+not\\s+null\\b"),
            "takes a default away", Pattern.compile("\\balter\\s+column\\s+\\w+\\s+drop\\s+default\\b"),
            "adds a required column without a default",
                    Pattern.compile("\\badd\\s+column\\s+\\w+\\s+(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b"),
            "names bytes of the vault in a place of its own", Pattern.compile("\\bbytes_digest\\s+text\\b"),
            "adds a rule to what is there",
                    Pattern.compile("^alter\\s+table\\b.*\\badd\\s+(constraint|check|unique|foreign)\\b"));

    /** Step, what it does, and why an older program lives with it all the same. */
    private static final Map<String, String> LIVED_WITH = Map.of(
            "V55 names bytes of the vault in a place of its own",
                    "the mark of V71 keeps programs of before V55 out of every schema from then on",
            "V57 adds a rule to what is there",
                    "older programs write neither column, and the defaults keep to the rule",
            "V63 adds a rule to what is there", "older programs write neither column, and both are empty");

    @Test
    void everyStepSinceTheFirstReleaseIsOneThatOlderProgramsLiveWith() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Integer, String> step : steps().entrySet()) {
            boolean marked = step.getValue().contains("update schema_mark set oldest_step = " + step.getKey());
            for (String what : breaking(step.getValue())) {
                String name = "V" + step.getKey() + " " + what;
                if (!marked && !LIVED_WITH.containsKey(name)) {
                    wrong.add(name);
                }
            }
        }
        assertThat(wrong)
                .as("add what is new and keep what is old; or mark: update schema_mark set oldest_step = N")
                .isEmpty();
    }

    @Test
    void findsWhatBreaks() {
        assertThat(breaking("alter table a drop column b;")).containsExactly("drops something");
        assertThat(breaking("alter table a rename column b to c;")).containsExactly("renames something");
        assertThat(breaking("alter table a add column b text not null;"))
                .containsExactly("adds a required column without a default");
        assertThat(breaking("alter table a add column b text not null default '', add column c text;"))
                .isEmpty();
        assertThat(breaking("alter table a alter column b set not null;")).containsExactly("makes a column required");
        assertThat(breaking("alter table a\n  add constraint x check (b > 0);"))
                .containsExactly("adds a rule to what is there");
        assertThat(breaking("create table a (b text not null, check (b <> ''));\ncreate index x on a (b);"))
                .isEmpty();
        assertThat(breaking("create table a (b_id uuid,\n  bytes_digest text not null);"))
                .as("an older program sweeps them away")
                .containsExactly("names bytes of the vault in a place of its own");
        assertThat(breaking("-- drop table of old\nselect 1;")).isEmpty();
    }

    private static List<String> breaking(String sql) {
        List<String> found = new ArrayList<>();
        String plain = sql.toLowerCase(Locale.ROOT).replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ");
        for (String statement : plain.split(";", -1)) {
            BREAKING.forEach((what, pattern) -> {
                if (pattern.matcher(statement.strip()).find()) {
                    found.add(what);
                }
            });
        }
        return found.stream().distinct().sorted().toList();
    }

    private static Map<Integer, String> steps() throws IOException {
        Map<Integer, String> steps = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Matcher version = VERSION.matcher(file.getFileName().toString());
                assertThat(version.matches()).as(file.toString()).isTrue();
                int number = Integer.parseInt(version.group(1));
                if (number >= FIRST) {
                    steps.put(number, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(steps).isNotEmpty();
        return steps;
    }
}
