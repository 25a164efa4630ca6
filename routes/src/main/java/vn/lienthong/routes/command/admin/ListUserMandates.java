package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user mandate list}: everything a clerk may do, might once, or will. */
@Command(name = "list", description = "Liệt kê quyền của một văn thư.", mixinStandardHelpOptions = true)
final class ListUserMandates extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÀI_KHOẢN", description = "tên đăng nhập của văn thư")
    private String username = "";

    @Override
    void run(Administration record, PrintWriter out) {
        String known = KnownAccount.require(record.accounts(), username).username();
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        List<Mandate> mandates = record.accountMandates().of(known);
        if (mandates.isEmpty()) {
            out.println(
                    known + " chưa có quyền nào (cho bằng admin user mandate grant " + known + " MÃ_CƠ_QUAN collect)");
        }
        for (Mandate mandate : mandates) {
            out.println(mandate.right() + " " + reading.label(mandate.agency()) + ", từ "
                    + Times.text(mandate.from())
                    + mandate.to().map(to -> " đến " + Times.text(to)).orElse("")
                    + (mandate.holdsAt(now) ? "" : " | KHÔNG CÒN HOẶC CHƯA HIỆU LỰC"));
        }
    }
}
