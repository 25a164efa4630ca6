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
            problems.add(
                    "cấp trên của " + agency.name() + ": " + superior.get() + " (expected: cơ quan có trong danh mục)");
        }
        if (superior.filter(agency.id()::equals).isPresent()) {
            problems.add("cấp trên của " + agency.name() + ": chính nó (expected: cơ quan khác)");
        }
    }

    private void code(CodeAssignment code) {
        orderly(code, code.code().text());
        if (agencies.of(code.agency()).isEmpty()) {
            problems.add(
                    "cơ quan của mã " + code.code() + ": " + code.agency() + " (expected: cơ quan có trong danh mục)");
        }
    }

    private void orderly(Dated row, String what) {
        if (row.endedBy(row.from())) {
            problems.add("ngày kết thúc của " + what + ": "
                    + LawDate.text(row.to().orElseThrow()) + " (expected: sau " + LawDate.text(row.from()) + ")");
        }
    }

    private void apart(List<? extends Dated> timeline) {
        for (int i = 1; i < timeline.size(); i++) {
            if (timeline.get(i).overlaps(timeline.get(i - 1))) {
                problems.add("thời gian chồng nhau: " + stretch(timeline.get(i - 1)) + " và " + stretch(timeline.get(i))
                        + " (expected: hết khoảng này mới tới khoảng kia)");
            }
        }
    }

    private String stretch(Dated row) {
        String what =
                switch (row) {
                    case Agency agency -> "cơ quan " + agency.name();
                    case CodeAssignment code -> "mã " + code.code() + " của " + name(code.agency());
                };
        return what + " (từ " + LawDate.text(row.from())
                + row.to().map(to -> " đến " + LawDate.text(to)).orElse("") + ")";
    }

    /** As last called; the id of one that the directory does not know. */
    private String name(AgencyId id) {
        return agencies.of(id).stream()
                .reduce((earlier, later) -> later)
                .map(Agency::name)
                .orElseGet(id::toString);
    }

    private void succession(Succession succession) {
        if (agencies.of(succession.from()).isEmpty()) {
            problems.add("cơ quan được kế thừa: " + succession.from() + " (expected: cơ quan có trong danh mục)");
        }
        // Holds the graph free of cycles among ended agencies: each step leads to a body that outlives the date.
        if (agencies.at(succession.to(), succession.effective()).isEmpty()) {
            problems.add("cơ quan kế thừa: " + name(succession.to()) + " (expected: cơ quan đang hoạt động vào "
                    + LawDate.text(succession.effective()) + ")");
        }
        if (succession.from().equals(succession.to())) {
            problems.add("cơ quan kế thừa: chính " + name(succession.from()) + " (expected: cơ quan khác)");
        }
        if (succession.kind() == SuccessionKind.WHOLE
                && agencies.at(succession.from(), succession.effective()).isPresent()) {
            problems.add("cơ quan được kế thừa toàn bộ: " + name(succession.from())
                    + " (expected: kết thúc trước hoặc vào " + LawDate.text(succession.effective()) + ")");
        }
    }

    private void atMostOneWhole(List<Succession> successions) {
        Map<AgencyId, Long> wholes = successions.stream()
                .filter(succession -> succession.kind() == SuccessionKind.WHOLE)
                .collect(Collectors.groupingBy(Succession::from, Collectors.counting()));
        wholes.forEach((id, count) -> {
            if (count > 1) {
                problems.add("số cơ quan kế thừa toàn bộ của " + name(id) + ": " + count
                        + " (expected: một; chia tách thì ghi part)");
            }
        });
    }
}
