package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user disable}: for who has left. The name stays taken: what the person decided bears it. */
@Command(
        name = "disable",
        description = "Tắt một tài khoản; phiên đang mở kết thúc ở lần bấm tiếp theo.",
        mixinStandardHelpOptions = true)
final class DisableUser extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "tài khoản đã có")
    private String username = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Accounts accounts = record.accounts();
        KnownAccount.require(accounts, username);
        accounts.close(username);
        record.people()
                .events()
                .add(new AccessEvent(record.clock().instant(), Actor.here(), AccessAct.ACCOUNT_CLOSED, username, ""));
        out.println("đã tắt tài khoản " + username + " (mở lại: admin user password " + username + ")");
    }
}
