package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * A mandate as an administrator typed it.
 *
 * @param from first day, ISO; empty or today: at once, as nothing is granted backwards
 * @param to the day from whose beginning it holds no longer; empty: until somebody ends it
 */
record MandateForm(String code, String right, String from, String to) {

    static final MandateForm EMPTY = new MandateForm("", "", "", "");

    /** What stands there, or everything that is wrong with it. */
    record Read(Optional<Mandate> mandate, List<Finding> findings) {}

    /** @param allowed the rights that the holder may have */
    Read read(List<Right> allowed, AgencyDirectory directory, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Optional<AgencyId> agency = agency(directory, now);
        Optional<Right> wanted = Arrays.stream(Right.values())
                .filter(known -> known.name().equals(right) && allowed.contains(known))
                .findFirst();
        Optional<Instant> begin = from.isBlank() ? Optional.of(now) : begin(now);
        Optional<Instant> end = to.isBlank() ? Optional.empty() : Times.date(to).map(Times::startOf);
        if (agency.isEmpty()) {
            findings.add(wrong(
                    "agency",
                    code + " không chỉ cơ quan nào đang hoạt động (expected: một mã ở trang Tra mã cơ quan)"));
        }
        if (wanted.isEmpty()) {
            findings.add(wrong("right", right + " (expected: một quyền trong danh sách)"));
        }
        if (begin.isEmpty()) {
            findings.add(wrong("from", from + " (expected: hôm nay hoặc một ngày sau, hoặc để trống là từ bây giờ)"));
        }
        if (!to.isBlank() && (end.isEmpty() || (begin.isPresent() && !end.get().isAfter(begin.get())))) {
            findings.add(wrong("to", to + " (expected: một ngày sau ngày bắt đầu, hoặc để trống)"));
        }
        return findings.isEmpty()
                ? new Read(
                        Optional.of(new Mandate(agency.orElseThrow(), wanted.orElseThrow(), begin.orElseThrow(), end)),
                        List.of())
                : new Read(Optional.empty(), List.copyOf(findings));
    }

    /** Only the one that bears the code today: to whom a code went is for a person to say by its own code. */
    private Optional<AgencyId> agency(AgencyDirectory directory, Instant now) {
        if (!code.matches("[A-Za-z0-9.]{1,64}")) {
            return Optional.empty();
        }
        return directory.resolve(new AgencyCode(code), now, now) instanceof Resolution.Resolved resolved
                ? Optional.of(resolved.agency())
                : Optional.empty();
    }

    private Optional<Instant> begin(Instant now) {
        return Times.date(from)
                .filter(day -> Times.startOf(day.plusDays(1)).isAfter(now))
                .map(day -> now.isAfter(Times.startOf(day)) ? now : Times.startOf(day));
    }

    private static Finding wrong(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
