package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.OnePerson;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.jdbc.PostgresProposals;
import vn.lienthong.gateway.jdbc.PostgresTrustDecisions;

/**
 * What needs two people, put together: the same for a running gateway and for a command beside it.
 *
 * @param required whether it needs them here, by settings and mode
 */
public record TwoPeople(People people, Parts parts, boolean required) {

    /** What acts work on; the directory is only opened for an act that is about it. */
    public record Parts(Path trustFolder, Supplier<Agencies> agencies, Supplier<DecideRegistration> deciding) {}

    /** Whether {@code --alone} may do without a second person. */
    public boolean aloneAllowed() {
        return people.settings().secondPerson().alone();
    }

    public Proposals proposals() {
        return new PostgresProposals(people.jdbi());
    }

    public SecondPerson secondPerson() {
        return new SecondPerson(
                proposals(),
                new CarryOutActs(
                        parts.trustFolder(),
                        new PostgresTrustDecisions(people.jdbi()),
                        parts.agencies(),
                        parts.deciding(),
                        people.clock()),
                people.events(),
                new OnePerson(
                        people.accounts(), people.settings().secondPerson().letIn()),
                people.clock(),
                people.settings().secondPerson().lifetime());
    }
}
