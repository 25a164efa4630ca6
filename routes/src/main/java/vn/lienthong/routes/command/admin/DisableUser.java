package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
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
        switch (record.people().closeAccount().close(username, Actor.here())) {
            case CLOSED ->
                out.println("đã tắt tài khoản " + username + " (mở lại: admin user password " + username + ")");
            case BREAK_GLASS ->
                throw new CommandRefused("tài khoản " + username
                        + ": là lối vào duy nhất khi hệ thống tài khoản chung không trả lời (expected: đổi thiết lập"
                        + " console.oidc.break-glass sang tài khoản khác trước)");
            case LAST_ADMINISTRATOR ->
                throw new CommandRefused("tài khoản " + username
                        + ": là quản trị viên cuối cùng còn đăng nhập được (expected: mời người khác trước, admin invite"
                        + " --role administrator)");
        }
    }
}
