package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.platform.Administration;

/** {@code admin mandate grant}: from now on the system may. Granting what it may already changes nothing. */
@Command(
        name = "grant",
        description = "Cho hệ thống một quyền thay mặt cơ quan, từ bây giờ.",
        mixinStandardHelpOptions = true)
final class GrantMandate extends AdminTask {
    @Mixin
    private MandateTerms terms = new MandateTerms();

    @Override
    void run(Administration record, PrintWriter out) {
        Right right = terms.right();
        Systems systems = record.systems();
        KnownSystem.require(systems, terms.systemId());
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        AgencyId agency = reading.read(terms.code());
        boolean held = systems.mandates(terms.systemId()).stream()
                .anyMatch(
                        mandate -> mandate.right() == right && mandate.agency().equals(agency) && mandate.holdsAt(now));
        if (!held) {
            systems.grant(terms.systemId(), new Mandate(agency, right, now, Optional.empty()));
        }
        out.println(terms.systemId() + (held ? " đã có sẵn quyền " : " từ nay có quyền ") + right + " cho "
                + reading.label(agency));
    }
}
