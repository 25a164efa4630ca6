package vn.lienthong.routes.door;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;

/** The directory in the words of the platforms. */
public final class PlatformAgencies {

    private PlatformAgencies() {}

    /** The agencies that exist and have a code at the instant. */
    public static Stream<Agency> valid(AgencyDirectory directory, Instant now) {
        return directory.agenciesAt(now).stream()
                .filter(agency -> directory.codeOf(agency.id(), now).isPresent());
    }

    /** A line with what all lists have in common. */
    public static Map<String, Object> usual(AgencyDirectory directory, Agency agency, Instant at) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", agency.id().value().toString());
        item.put(
                "pid",
                agency.superior().map(superior -> superior.value().toString()).orElse(""));
        item.put("code", code(directory, agency.id(), at));
        item.put("name", agency.name());
        item.put("mail", "");
        return item;
    }

    /** Empty where it has none. */
    public static String code(AgencyDirectory directory, AgencyId agency, Instant at) {
        return directory.codeOf(agency, at).map(AgencyCode::text).orElse("");
    }

    /** The last code that it had in the older form; empty where it never had one. */
    public static String oldCode(AgencyDirectory directory, Agency agency) {
        List<CodeAssignment> history = directory.codeHistoryOf(agency.id());
        Optional<CodeAssignment> old =
                history.stream().filter(row -> row.form() == CodeForm.OLD).reduce((earlier, later) -> later);
        return old.map(row -> row.code().text()).orElse("");
    }
}
