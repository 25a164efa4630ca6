package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.finding.Finding;

/** The directory as this dialect lists it. */
final class AxisUnits {

    private final Agencies agencies;
    private final Clock clock;

    AxisUnits(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    List<Finding> agencies(HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        AxisAnswers.list(response, valid(directory, now).map(agency -> {
            Map<String, Object> item = usual(directory, agency, now);
            item.put("oldCode", oldCode(directory, agency));
            return item;
        }));
        return List.of();
    }

    List<Finding> agenciesByNewCode(HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        AxisAnswers.list(response, valid(directory, now).map(agency -> {
            Map<String, Object> item = usual(directory, agency, now);
            item.remove("pid");
            item.put("code102", oldCode(directory, agency));
            return item;
        }));
        return List.of();
    }

    /** Ended agencies too, marked as deleted, so that a client can drop them. */
    List<Finding> units(HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        long version = directory.version().number();
        AxisAnswers.list(response, directory.rows().agencies().stream().map(agency -> {
            boolean deleted = !agency.validAt(now);
            Map<String, Object> item = usual(directory, agency, deleted ? agency.from() : now);
            item.put("version", version);
            item.put("centerCode", "");
            item.put("deleted", deleted);
            item.put(
                    "modifyDate",
                    AxisTime.text(agency.to().filter(to -> !to.isAfter(now)).orElse(agency.from())));
            item.put("isAgency", true);
            return item;
        }));
        return List.of();
    }

    private static Stream<Agency> valid(AgencyDirectory directory, Instant now) {
        return directory.agenciesAt(now).stream()
                .filter(agency -> directory.codeOf(agency.id(), now).isPresent());
    }

    private static Map<String, Object> usual(AgencyDirectory directory, Agency agency, Instant at) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", agency.id().value().toString());
        item.put(
                "pid",
                agency.superior().map(superior -> superior.value().toString()).orElse(""));
        item.put("code", directory.codeOf(agency.id(), at).map(AgencyCode::text).orElse(""));
        item.put("name", agency.name());
        item.put("mail", "");
        return item;
    }

    private static String oldCode(AgencyDirectory directory, Agency agency) {
        List<CodeAssignment> history = directory.codeHistoryOf(agency.id());
        Optional<CodeAssignment> old =
                history.stream().filter(row -> row.form() == CodeForm.OLD).reduce((earlier, later) -> later);
        return old.map(row -> row.code().text()).orElse("");
    }
}
