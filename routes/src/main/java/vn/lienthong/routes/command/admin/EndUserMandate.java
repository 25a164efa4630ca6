package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user mandate end}: the mandate stays on record and ends now, so the clerk's next click finds it gone. */
@Command(name = "end", description = "Kết thúc một quyền của văn thư, từ bây giờ.", mixinStandardHelpOptions = true)
final class EndUserMandate extends AdminTask {
    @Mixin
    private UserMandateTerms terms = new UserMandateTerms();

    @Override
    void run(Administration record, PrintWriter out) {
        Right right = terms.right();
        String username =
                KnownAccount.require(record.accounts(), terms.username()).username();
        AccountMandates mandates = record.accountMandates();
        Instant now = record.clock().instant();
        List<AgencyId> meant = record.agencies().current().historyOf(new AgencyCode(terms.code())).stream()
                .map(CodeAssignment::agency)
                .distinct()
                .toList();
        List<Mandate> ending = mandates.of(username).stream()
                .filter(mandate -> mandate.right() == right
                        && meant.contains(mandate.agency())
                        && mandate.to().map(now::isBefore).orElse(true))
                .toList();
        if (ending.isEmpty()) {
            throw new CommandRefused(username + " không có quyền " + right + " cho " + terms.code()
                    + " (xem các quyền: admin user mandate list " + username + ")");
        }
        for (Mandate mandate : ending) {
            mandates.end(username, mandate.endedAt(now));
        }
        out.println(username + " không còn quyền " + right + " cho " + terms.code() + " từ " + Times.text(now));
    }
}
