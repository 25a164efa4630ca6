package vn.lienthong.gateway.agency;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The file form of agencies, {@code agencies.csv}, read line by line; every problem is collected, not only the first.
 *
 * <p>Columns, in any order: {@code code}, {@code name} and {@code from} (required); {@code id}, {@code old_code},
 * {@code superior_code}, {@code kind} (default {@code unit}), {@code to}, {@code successor_code} (several are separated by
 * semicolons), {@code succession} ({@code whole}, {@code part} or {@code renamed}; by default whole for one successor and
 * part for several), {@code basis}. Dates are law dates, {@code 2025-07-01}, or instants with an offset.
 */
final class AgencyTable {

    private static final List<String> COLUMNS = List.of(
            "id",
            "code",
            "old_code",
            "name",
            "superior_code",
            "kind",
            "from",
            "to",
            "successor_code",
            "succession",
            "basis");
    private static final Set<String> REQUIRED = Set.of("code", "name", "from");

    private final List<AgencyRow> rows = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    private AgencyTable() {}

    static AgencyTable read(byte[] utf8) {
        AgencyTable table = new AgencyTable();
        try {
            table.take(CsvTable.read(utf8));
        } catch (CsvTable.NotATableException broken) {
            table.problems.add(new ImportProblem(broken.line(), broken.getMessage()));
        }
        return table;
    }

    /** A table of one line, whose number is 0. */
    static AgencyTable of(Map<String, String> line) {
        List<String> columns = List.copyOf(line.keySet());
        List<String> fields =
                columns.stream().map(column -> line.getOrDefault(column, "")).toList();
        AgencyTable table = new AgencyTable();
        table.take(new CsvTable(columns, List.of(new CsvTable.Line(0, fields))));
        return table;
    }

    List<AgencyRow> rows() {
        return List.copyOf(rows);
    }

    List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    private void take(CsvTable csv) {
        List<String> header = csv.header();
        if (!COLUMNS.containsAll(header) || !header.containsAll(REQUIRED)) {
            problems.add(new ImportProblem(
                    1,
                    "cột: " + header + " (expected: trong số " + COLUMNS + ", ít nhất có "
                            + REQUIRED.stream().sorted().toList() + ")"));
            return;
        }
        for (CsvTable.Line line : csv.lines()) {
            try {
                rows.add(row(new Fields(header, line)));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                problems.add(new ImportProblem(line.number(), String.valueOf(wrong.getMessage())));
            }
        }
    }

    private static AgencyRow row(Fields fields) {
        List<AgencyCode> successors = fields.optional("successor_code").stream()
                .flatMap(codes -> Arrays.stream(codes.split(";")))
                .map(AgencyTable::successor)
                .toList();
        Optional<Instant> to = fields.optional("to").map(AgencyTable::instant);
        if (!successors.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("to: trống (expected: ngày " + successors + " kế thừa)");
        }
        AgencyRow.Fate fate = fields.optional("succession")
                .map(text -> one(AgencyRow.Fate.class, "succession", text))
                .orElse(successors.size() > 1 ? AgencyRow.Fate.PART : AgencyRow.Fate.WHOLE);
        if (fate != AgencyRow.Fate.PART && successors.size() > 1) {
            throw new IllegalArgumentException(
                    "succession: whole cho " + successors + " (expected: part, hoặc một cơ quan kế thừa)");
        }
        return new AgencyRow(
                fields.line.number(),
                fields.optional("id").map(AgencyTable::id),
                new AgencyCode(fields.required("code")),
                fields.optional("old_code").map(AgencyCode::new),
                fields.required("name"),
                fields.optional("superior_code").map(AgencyCode::new),
                fields.optional("kind")
                        .map(text -> one(AgencyKind.class, "kind", text))
                        .orElse(AgencyKind.UNIT),
                instant(fields.required("from")),
                to,
                successors,
                fate,
                fields.optional("basis").orElse(""));
    }

    private static AgencyId id(String text) {
        try {
            return new AgencyId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("id: " + text + " (expected: một UUID)", notAnId);
        }
    }

    private static AgencyCode successor(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("successor_code: trống (expected: mã giữa hai dấu chấm phẩy)");
        }
        return new AgencyCode(text.strip());
    }

    static Instant instant(String text) {
        try {
            return text.contains("T") ? OffsetDateTime.parse(text).toInstant() : LawDate.startOf(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException("ngày: " + text + " (expected: chẳng hạn 2025-07-01)", notADate);
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String column, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            String known = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
            throw new IllegalArgumentException(column + ": " + text + " (expected: một trong " + known + ")", unknown);
        }
    }

    private record Fields(List<String> header, CsvTable.Line line) {

        Optional<String> optional(String column) {
            int index = header.indexOf(column);
            return index < 0
                    ? Optional.empty()
                    : Optional.of(line.fields().get(index).strip()).filter(text -> !text.isEmpty());
        }

        String required(String column) {
            return optional(column)
                    .orElseThrow(() -> new IllegalArgumentException(column + ": trống (expected: một giá trị)"));
        }
    }
}
