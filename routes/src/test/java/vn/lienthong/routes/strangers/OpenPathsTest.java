package vn.lienthong.routes.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators are told of open paths is what the tables say, and those are tried against a running gateway. */
class OpenPathsTest {

    private static final Path DOCUMENT = Path.of("..", "gateway", "docs", "security.md");
    private static final Pattern LINE =
            Pattern.compile("\\| `((?:console|rest|soap|axis|token|provincial) [^`]+)` \\|.*");

    @Test
    void theSecurityPageNamesEveryOpenPathAndNoOther() throws IOException {
        Set<String> told = Files.readAllLines(DOCUMENT).stream()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(open());
    }

    private static Set<String> open() {
        return Stream.of("systems.table", "people.table")
                .map(AccessTableTest::table)
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.expected().get(table.strangers().getFirst()) == Outcome.ANSWERED))
                .map(row -> row.operation().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
