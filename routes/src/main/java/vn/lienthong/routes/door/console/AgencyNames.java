package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/** What agencies are called today. */
@Component("agencyNames")
final class AgencyNames {

    private final Agencies agencies;
    private final Clock clock;

    AgencyNames(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Name and code of the agency; its id where the directory does not know it. */
    public String of(AgencyId id) {
        AgencyDirectory directory = agencies.current();
        Instant now = clock.instant();
        String name = directory.agency(id, now).map(Agency::name).orElseGet(id::toString);
        return directory.codeOf(id, now).map(code -> name + " (" + code + ")").orElse(name);
    }

    /** The name alone; empty where the directory does not know the agency. */
    public String plain(AgencyId id) {
        return agencies.current().agency(id, clock.instant()).map(Agency::name).orElse("");
    }

    /** As {@link #of(AgencyId)}; empty for nothing. */
    public String of(Optional<AgencyId> id) {
        return id.map(this::of).orElse("");
    }

    /** The name of the body that the code means today; empty where there is none. */
    public String named(AgencyCode code) {
        AgencyDirectory directory = agencies.current();
        Instant now = clock.instant();
        return directory
                .resolve(code, now, now)
                .destination()
                .flatMap(id -> directory.agency(id, now))
                .map(Agency::name)
                .orElse("");
    }
}
