package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformAgencies;
import vn.lienthong.routes.door.PlatformTime;

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
        AxisAnswers.list(response, PlatformAgencies.valid(directory, now).map(agency -> {
            Map<String, Object> item = PlatformAgencies.usual(directory, agency, now);
            item.put("oldCode", PlatformAgencies.oldCode(directory, agency));
            return item;
        }));
        return List.of();
    }

    List<Finding> agenciesByNewCode(HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        AxisAnswers.list(response, PlatformAgencies.valid(directory, now).map(agency -> {
            Map<String, Object> item = PlatformAgencies.usual(directory, agency, now);
            item.remove("pid");
            item.put("code102", PlatformAgencies.oldCode(directory, agency));
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
            Map<String, Object> item = PlatformAgencies.usual(directory, agency, deleted ? agency.from() : now);
            item.put("version", version);
            item.put("centerCode", "");
            item.put("deleted", deleted);
            item.put(
                    "modifyDate",
                    PlatformTime.text(agency.to().filter(to -> !to.isAfter(now)).orElse(agency.from())));
            item.put("isAgency", true);
            return item;
        }));
        return List.of();
    }
}
