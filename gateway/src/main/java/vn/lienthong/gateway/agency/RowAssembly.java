package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns lines that name agencies by code and date into rows that name them by id, beside a directory that may know some. */
final class RowAssembly {

    private record Line(AgencyCode code, Instant from) {}

    private final AgencyDirectory known;
    private final Instant knownFrom;
    private final List<AgencyRow> table;
    private final Map<Line, AgencyId> ids = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Timelines<AgencyCode, CodeAssignment> codes;

    RowAssembly(List<AgencyRow> table, AgencyDirectory known, Instant knownFrom) {
        this.known = known;
        this.knownFrom = knownFrom;
        this.table =
                table.stream().sorted(Comparator.comparing(AgencyRow::from)).toList();
        this.table.forEach(this::identify);
        this.codes = Timelines.of(
                this.table.stream().flatMap(row -> codesOf(row).stream()).toList(), CodeAssignment::code);
    }

    List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    /** What the table says, as rows; lines with problems leave out what they could not name. */
    DirectoryRows rows() {
        List<Agency> agencies = new ArrayList<>();
        List<CodeAssignment> assignments = new ArrayList<>();
        List<Succession> successions = new ArrayList<>();
        for (AgencyRow row : table) {
            agencies.add(new Agency(idOf(row), row.name(), superiorOf(row), row.kind(), row.from(), row.to()));
            assignments.addAll(codesOf(row));
            if (row.fate() != AgencyRow.Fate.RENAMED) {
                successions.addAll(successionsOf(row));
            }
        }
        return new DirectoryRows(agencies, assignments, successions);
    }

    private void identify(AgencyRow row) {
        Line line = new Line(row.code(), row.from());
        AgencyId earlier = ids.get(line);
        AgencyId id = row.id().or(() -> Optional.ofNullable(earlier)).orElseGet(() -> knownId(line));
        if (earlier != null && !earlier.equals(id)) {
            problems.add(new ImportProblem(
                    row.line(), "id: " + id + " (expected: " + earlier + ", như dòng đổi tên đã nêu)"));
        }
        ids.put(line, id);
        if (row.fate() == AgencyRow.Fate.RENAMED) {
            for (AgencyCode next : row.successors()) {
                ids.put(new Line(next, row.to().orElseThrow()), id);
            }
        }
    }

    private AgencyId knownId(Line line) {
        return known.historyOf(line.code()).stream()
                .filter(assignment -> assignment.from().equals(line.from()))
                .map(CodeAssignment::agency)
                .findFirst()
                .orElseGet(() -> AgencyId.derived(line.code(), line.from()));
    }

    private AgencyId idOf(AgencyRow row) {
        AgencyId id = ids.get(new Line(row.code(), row.from()));
        if (id == null) {
            throw new IllegalStateException("line " + row.line() + ": no id (expected: one for every line)");
        }
        return id;
    }

    private List<CodeAssignment> codesOf(AgencyRow row) {
        List<CodeAssignment> both = new ArrayList<>(2);
        both.add(assignment(row, row.code(), CodeForm.usualFor(row.code())));
        row.oldCode().ifPresent(old -> both.add(assignment(row, old, CodeForm.OLD)));
        return both;
    }

    private CodeAssignment assignment(AgencyRow row, AgencyCode code, CodeForm form) {
        return new CodeAssignment(code, idOf(row), form, row.from(), row.to(), knownFrom);
    }

    private Optional<AgencyId> superiorOf(AgencyRow row) {
        if (row.superior().isEmpty()) {
            return Optional.empty();
        }
        AgencyCode code = row.superior().get();
        Optional<AgencyId> superior = codes.meantAt(code, row.from())
                .or(() -> known.meantAt(code, row.from()))
                .map(CodeAssignment::agency);
        if (superior.isEmpty()) {
            problems.add(new ImportProblem(
                    row.line(), "superior_code: " + code + " (expected: mã có trong bảng hoặc trong danh mục)"));
        }
        return superior;
    }

    private List<Succession> successionsOf(AgencyRow row) {
        List<Succession> successions = new ArrayList<>();
        for (AgencyCode code : row.successors()) {
            Instant effective = row.to().orElseThrow();
            Optional<AgencyId> successor =
                    codes.at(code, effective).map(CodeAssignment::agency).or(() -> known.holderOf(code, effective));
            if (successor.isPresent()) {
                successions.add(
                        new Succession(idOf(row), successor.get(), row.fate().kind(), effective, row.basis()));
            } else {
                problems.add(new ImportProblem(
                        row.line(),
                        "successor_code: " + code + " (expected: mã đang dùng vào " + LawDate.text(effective) + ")"));
            }
        }
        return successions;
    }
}
