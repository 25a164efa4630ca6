package vn.lienthong.routes.command.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.routes.link.AxisUnit;

/**
 * Makes a table for the import of what a neighbour's list says otherwise than our directory: bodies that we do not know,
 * other names, bodies that are no more. What the list leaves out says nothing: a neighbour need not know everybody.
 */
final class DraftAgencies {
    private static final String HEADER = "code,name,from,to,superior_code,kind,old_code\n";

    private final AgencyDirectory directory;
    private final Instant now;
    private final LocalDate effective;

    /** @param effective when new bodies begin and deleted ones end: the dialect does not say it */
    DraftAgencies(AgencyDirectory directory, Instant now, LocalDate effective) {
        this.directory = directory;
        this.now = now;
        this.effective = effective;
    }

    /** A table as {@code admin agencies import} takes it; empty when there is nothing to change. */
    byte[] table(List<AxisUnit> units) {
        Map<String, String> codes = new HashMap<>();
        units.stream().filter(unit -> !unit.id().isEmpty()).forEach(unit -> codes.put(unit.id(), unit.code()));
        Map<String, AxisUnit> byCode = units.stream()
                .collect(Collectors.toMap(
                        AxisUnit::code, unit -> unit, (first, again) -> first.deleted() ? again : first));
        String lines = byCode.values().stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .flatMap(unit -> line(unit, codes).stream())
                .collect(Collectors.joining());
        return lines.isEmpty() ? new byte[0] : (HEADER + lines).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<String> line(AxisUnit unit, Map<String, String> codes) {
        Optional<Agency> ours =
                directory.holderOf(new AgencyCode(unit.code()), now).flatMap(agency -> directory.agency(agency, now));
        if (ours.isEmpty()) {
            return unit.deleted() ? Optional.empty() : Optional.of(added(unit, codes));
        }
        boolean renamed = !ours.get().name().equals(unit.name());
        return unit.deleted() || renamed ? Optional.of(changed(unit, ours.get())) : Optional.empty();
    }

    private String added(AxisUnit unit, Map<String, String> codes) {
        String superior = codes.getOrDefault(unit.superiorId(), "");
        String kind = superior.isEmpty() ? AgencyKind.OTHER.name() : AgencyKind.UNIT.name();
        String old = unit.oldCode().equals(unit.code()) ? "" : unit.oldCode();
        return row(unit.code(), unit.name(), effective.toString(), "", superior, lower(kind), old);
    }

    /** Everything but name and end as we have it: of the rest the dialect knows less than we do. */
    private String changed(AxisUnit unit, Agency ours) {
        String superior = ours.superior().flatMap(this::code).orElse("");
        String end = unit.deleted() ? effective.toString() : "";
        String name = unit.deleted() ? ours.name() : unit.name();
        return row(
                unit.code(),
                name,
                instant(ours.from()),
                end,
                superior,
                lower(ours.kind().name()),
                "");
    }

    private Optional<String> code(AgencyId id) {
        return directory.codeOf(id, now).map(AgencyCode::text);
    }

    private static String instant(Instant at) {
        return at.atZone(Times.VIETNAM).toOffsetDateTime().toString();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String row(String... fields) {
        return Stream.of(fields)
                .map(field -> "\"" + field.replace("\"", "\"\"").replaceAll("\\p{Cntrl}+", " ") + "\"")
                .collect(Collectors.joining(",", "", "\n"));
    }
}
