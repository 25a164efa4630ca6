package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each operation answers each kind of stranger. A text file: columns between bars with a space before, the first row names the strangers, a line that
 * begins with {@code #} is a remark.
 */
final class AccessTable {

    /** One operation, asked with certain contents. */
    record Row(Operation operation, List<String> with, Map<String, Outcome> expected) {

        /** As a line of the file. */
        String line() {
            return line(operation, with, expected);
        }

        static String line(Operation operation, List<String> with, Map<String, Outcome> cells) {
            return operation + " | " + String.join(", ", with) + " | "
                    + cells.values().stream().map(Outcome::word).collect(Collectors.joining(" | "));
        }
    }

    private final List<String> strangers;
    private final List<Row> rows = new ArrayList<>();

    private AccessTable(List<String> strangers) {
        this.strangers = strangers;
    }

    static AccessTable read(Path file) {
        try {
            List<List<String>> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(" \\|")).map(String::strip).toList())
                    .toList();
            AccessTable table =
                    new AccessTable(lines.getFirst().subList(2, lines.getFirst().size()));
            lines.stream().skip(1).forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> cells) {
        if (cells.size() != strangers.size() + 2) {
            throw new IllegalArgumentException("row: " + cells + " (expected: " + (strangers.size() + 2) + " columns)");
        }
        Map<String, Outcome> expected = new LinkedHashMap<>();
        for (int i = 0; i < strangers.size(); i++) {
            expected.put(strangers.get(i), Outcome.ofWord(cells.get(i + 2)));
        }
        List<String> with = List.of(cells.get(1).split("\\s*,\\s*"));
        rows.add(new Row(Operation.parse(cells.getFirst()), with, expected));
    }

    List<String> strangers() {
        return strangers;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Set<Operation> operations() {
        return rows.stream().map(Row::operation).collect(Collectors.toSet());
    }
}
