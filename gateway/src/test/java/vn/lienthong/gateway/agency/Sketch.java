package vn.lienthong.gateway.agency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A small directory drawn by hand: agencies go by one-word names, dates are law dates. */
public final class Sketch {

    private final List<Agency> agencies = new ArrayList<>();
    private final List<CodeAssignment> codes = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();

    public static Instant day(String date) {
        return LawDate.startOf(LocalDate.parse(date));
    }

    public static AgencyId id(String name) {
        return new AgencyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public static AgencyCode code(String text) {
        return new AgencyCode(text);
    }

    /** An agency of that name alone; empty text as the end: until further notice. */
    public Sketch agency(String name, String from, String to) {
        return agency(name, name, "", from, to);
    }

    public Sketch agency(String who, String name, String superior, String from, String to) {
        agencies.add(new Agency(
                id(who),
                name,
                superior.isEmpty() ? Optional.empty() : Optional.of(id(superior)),
                AgencyKind.UNIT,
                day(from),
                end(to)));
        return this;
    }

    public Sketch code(String code, String agency, String from, String to) {
        codes.add(new CodeAssignment(
                code(code), id(agency), CodeForm.usualFor(code(code)), day(from), end(to), day("2020-01-01")));
        return this;
    }

    public Sketch whole(String from, String to, String effective) {
        successions.add(new Succession(id(from), id(to), SuccessionKind.WHOLE, day(effective), "act"));
        return this;
    }

    public Sketch part(String from, String to, String effective) {
        successions.add(new Succession(id(from), id(to), SuccessionKind.PART, day(effective), "act"));
        return this;
    }

    public DirectoryRows rows() {
        return new DirectoryRows(agencies, codes, successions);
    }

    public AgencyDirectory directory() {
        return AgencyDirectory.of(1, rows());
    }

    private static Optional<Instant> end(String to) {
        return to.isEmpty() ? Optional.empty() : Optional.of(day(to));
    }
}
