package vn.lienthong.gateway.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must hold of a directory's rows before they become a version. */
public final class DirectoryCheck {

    private final Timelines<AgencyId, Agency> agencies;
    private final List<String> problems = new ArrayList<>();

    private DirectoryCheck(DirectoryRows rows) {
        this.agencies = Timelines.of(rows.agencies(), Agency::id);
    }

    /** Every contradiction, in words; empty when the rows may become a version. */
    public static List<String> problems(DirectoryRows rows) {
        DirectoryCheck check = new DirectoryCheck(rows);
        rows.agencies().forEach(check::agency);
        check.agencies.rows().values().forEach(check::apart);
        rows.codes().forEach(check::code);
        Timelines.of(rows.codes(), CodeAssignment::code).rows().values().forEach(check::apart);
        rows.successions().forEach(check::succession);
        check.atMostOneWhole(rows.successions());
        return List.copyOf(check.problems);
    }

    private void agency(Agency agency) {
        orderly(agency, agency.name());
        Optional<AgencyId> superior = agency.superior();
        if (superior.isPresent() && agencies.of(superior.get()).isEmpty()) {
            problems.add("superior of " + agency.name() + ": " + superior.get() + " (expected: a known agency)");
        }
        if (superior.filter(agency.id()::equals).isPresent()) {
            problems.add("superior of " + agency.name() + ": itself (expected: another agency)");
        }
    }

    private void code(CodeAssignment code) {
        orderly(code, code.code().text());
        if (agencies.of(code.agency()).isEmpty()) {
            problems.add("agency of code " + code.code() + ": " + code.agency() + " (expected: a known agency)");
        }
    }

    private void orderly(Dated row, String what) {
        if (row.endedBy(row.from())) {
            problems.add("end of " + what + ": " + row.to().orElseThrow() + " (expected: after " + row.from() + ")");
        }
    }

    private void apart(List<? extends Dated> timeline) {
        for (int i = 1; i < timeline.size(); i++) {
            if (timeline.get(i).overlaps(timeline.get(i - 1))) {
                problems.add("overlap: " + timeline.get(i - 1) + " and " + timeline.get(i)
                        + " (expected: one after the other)");
            }
        }
    }

    private void succession(Succession succession) {
        if (agencies.of(succession.from()).isEmpty()) {
            problems.add("predecessor: " + succession.from() + " (expected: a known agency)");
        }
        // Holds the graph free of cycles among ended agencies: each step leads to a body that outlives the date.
        if (agencies.at(succession.to(), succession.effective()).isEmpty()) {
            problems.add(
                    "successor: " + succession.to() + " (expected: an agency valid at " + succession.effective() + ")");
        }
        if (succession.from().equals(succession.to())) {
            problems.add("succession: " + succession.from() + " to itself (expected: another agency)");
        }
        if (succession.kind() == SuccessionKind.WHOLE
                && agencies.at(succession.from(), succession.effective()).isPresent()) {
            problems.add(
                    "succeeded whole: " + succession.from() + " (expected: ended by " + succession.effective() + ")");
        }
    }

    private void atMostOneWhole(List<Succession> successions) {
        Map<AgencyId, Long> wholes = successions.stream()
                .filter(succession -> succession.kind() == SuccessionKind.WHOLE)
                .collect(Collectors.groupingBy(Succession::from, Collectors.counting()));
        wholes.forEach((id, count) -> {
            if (count > 1) {
                problems.add(
                        "whole successions from " + id + ": " + count + " (expected: one; parts where it was split)");
            }
        });
    }
}
