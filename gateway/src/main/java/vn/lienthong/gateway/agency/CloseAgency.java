package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what it takes to end the agency that a code names: its stretch and every code it then carries get an end, and a
 * successor may take over whole. A code alone is never closed: it would go on meaning the agency it named last. What comes
 * out is shown, and then done, as an import is.
 */
public final class CloseAgency {

    private final Agencies agencies;

    public CloseAgency(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * Works it out; changes nothing.
     *
     * @param code of the agency, as typed
     * @param at the law date, such as 2025-07-01, or instant from which it is gone, as typed
     * @param successor code of the agency that takes over whole, as typed; blank for none
     * @param knownFrom the instant to note as the one from which the gateway knew
     * @param reason for the record
     */
    public ImportPreview preview(String code, String at, String successor, Instant knownFrom, String reason) {
        AgencyDirectory directory = agencies.current();
        List<ImportProblem> problems = new ArrayList<>();
        DirectoryRows wanted = DirectoryRows.NONE;
        try {
            Instant end = AgencyTable.instant(at.strip());
            AgencyCode named = named(code);
            AgencyId closing = directory
                    .holderOf(named, end)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "code: " + named + " (expected: mã của một cơ quan đang hoạt động vào " + at + ")"));
            wanted = new DirectoryRows(
                    stretches(directory, closing, end),
                    codes(directory, closing, end, knownFrom),
                    successions(directory, closing, successor.strip(), end, reason));
        } catch (IllegalArgumentException wrong) {
            problems.add(new ImportProblem(0, String.valueOf(wrong.getMessage())));
        }
        return ImportPreview.of(directory, wanted, problems, reason);
    }

    private static AgencyCode named(String code) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code: trống (expected: mã của cơ quan)");
        }
        return new AgencyCode(code.strip());
    }

    private static List<Agency> stretches(AgencyDirectory directory, AgencyId id, Instant end) {
        List<Agency> closed = new ArrayList<>();
        for (Agency row : directory.rows().agencies()) {
            if (row.id().equals(id)) {
                refusePlanned(row, row.name(), end);
                if (row.validAt(end)) {
                    closed.add(new Agency(id, row.name(), row.superior(), row.kind(), row.from(), Optional.of(end)));
                }
            }
        }
        return closed;
    }

    private static List<CodeAssignment> codes(AgencyDirectory directory, AgencyId id, Instant end, Instant knownFrom) {
        List<CodeAssignment> closed = new ArrayList<>();
        for (CodeAssignment row : directory.codeHistoryOf(id)) {
            refusePlanned(row, row.code().text(), end);
            if (row.validAt(end)) {
                closed.add(new CodeAssignment(row.code(), id, row.form(), row.from(), Optional.of(end), knownFrom));
            }
        }
        return closed;
    }

    /** A body that is planned to change later cannot simply end before: the plan has to be taken back first. */
    private static void refusePlanned(Dated row, String what, Instant end) {
        if (row.from().isAfter(end)) {
            throw new IllegalArgumentException("ngày: " + LawDate.text(end) + " (expected: sau "
                    + LawDate.text(row.from()) + ", vì danh mục đã định trước thay đổi của " + what + ")");
        }
    }

    private static List<Succession> successions(
            AgencyDirectory directory, AgencyId from, String successor, Instant end, String reason) {
        if (successor.isEmpty()) {
            return List.of();
        }
        AgencyId to = directory
                .holderOf(new AgencyCode(successor), end)
                .orElseThrow(() -> new IllegalArgumentException(
                        "successor_code: " + successor + " (expected: mã của một cơ quan đang hoạt động lúc đó)"));
        return List.of(new Succession(from, to, SuccessionKind.WHOLE, end, reason));
    }
}
