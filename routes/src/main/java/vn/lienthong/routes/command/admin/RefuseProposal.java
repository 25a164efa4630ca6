package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;

/** {@code admin proposals refuse}: says no to a proposal, or takes one's own back. */
@Command(
        name = "refuse",
        description = "Không đồng ý một đề nghị, hoặc rút đề nghị của mình.",
        mixinStandardHelpOptions = true)
final class RefuseProposal extends AdminTask {
    @Parameters(index = "0", paramLabel = "SỐ", description = "số của đề nghị, như admin proposals list in ra")
    private long id;

    @Option(names = "--reason", paramLabel = "LÝ_DO", required = true, description = "vì sao; ghi lại cùng quyết định")
    private String reason = "";

    @Mixin
    private SecondPersonLogin login = new SecondPersonLogin();

    @Override
    void run(Administration record, PrintWriter out) {
        if (reason.isBlank()) {
            throw new CommandRefused("--reason: trống (expected: vì sao không đồng ý)");
        }
        Account account = login.require(record);
        if (!record.twoPeople()
                .secondPerson()
                .decline(id, "USER:" + account.username(), account.role(), reason.strip())) {
            throw new CommandRefused(
                    "đề nghị " + id
                            + ": không có, đã được quyết định, đã hết hạn, hoặc không thuộc vai trò này (xem: admin proposals list)");
        }
        out.println("đã từ chối đề nghị " + id);
    }
}
