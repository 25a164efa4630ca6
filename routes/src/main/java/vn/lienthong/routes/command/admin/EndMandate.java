package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.routes.platform.Administration;

/** {@code admin mandate end}: the mandate stays on record and ends now. An agency that ended meanwhile is found too. */
@Command(name = "end", description = "Kết thúc một quyền, từ bây giờ.", mixinStandardHelpOptions = true)
final class EndMandate extends AdminTask {
    @Mixin
    private MandateTerms terms = new MandateTerms();

    @Override
    void run(Administration record, PrintWriter out) {
        Right right = terms.right();
        Systems systems = record.systems();
        KnownSystem.require(systems, terms.systemId());
        Instant now = record.clock().instant();
        AgencyDirectory directory = record.agencies().current();
        List<AgencyId> meant = terms.isDefaultRoute() ? List.of(Mandate.BEYOND) : holders(directory);
        List<Mandate> ending = systems.mandates(terms.systemId()).stream()
                .filter(mandate -> mandate.right() == right
                        && meant.contains(mandate.agency())
                        && mandate.to().map(now::isBefore).orElse(true))
                .toList();
        if (ending.isEmpty()) {
            throw new CommandRefused(terms.systemId() + " không có quyền " + right + " cho " + terms.code()
                    + " (xem các quyền: admin system list)");
        }
        for (Mandate mandate : ending) {
            systems.end(terms.systemId(), mandate.endedAt(now));
        }
        out.println(terms.systemId() + " không còn quyền " + right + " cho " + terms.code() + " từ " + Times.text(now));
    }

    private List<AgencyId> holders(AgencyDirectory directory) {
        return directory.historyOf(new AgencyCode(terms.code())).stream()
                .map(CodeAssignment::agency)
                .distinct()
                .toList();
    }
}
