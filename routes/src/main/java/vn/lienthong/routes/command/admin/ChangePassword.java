package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user password}: another password for who forgot it; the way back for an account that was closed, too. */
@Command(
        name = "password",
        description = "Đặt mật khẩu mới cho một tài khoản, và mở lại nếu đã tắt.",
        mixinStandardHelpOptions = true)
final class ChangePassword extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "tài khoản đã có")
    private String username = "";

    @Mixin
    private NewPassword password = new NewPassword();

    @Override
    void run(Administration record, PrintWriter out) {
        Account account = KnownAccount.require(record.accounts(), username);
        switch (record.createAccount().renew(account, password.get(), Actor.lettingIn(record))) {
            case CreateAccount.Outcome.Created renewed -> {
                Instant now = record.clock().instant();
                record.people()
                        .events()
                        .add(new AccessEvent(now, Actor.here(), AccessAct.PASSWORD_CHANGED, username, ""));
                out.println(
                        "đã đặt mật khẩu mới cho " + renewed.account().username() + "; mọi phiên đang mở đã kết thúc");
            }
            case CreateAccount.Outcome.Refused refused ->
                throw new CommandRefused(
                        refused.findings().stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }
}
