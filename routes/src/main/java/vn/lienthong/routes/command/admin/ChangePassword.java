package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
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
        String typed = password.get();
        switch (record.people().events().together(() -> renewed(record, account, typed))) {
            case CreateAccount.Outcome.Created renewed ->
                out.println(
                        "đã đặt mật khẩu mới cho " + renewed.account().username() + "; mọi phiên đang mở đã kết thúc");
            case CreateAccount.Outcome.Refused refused ->
                throw new CommandRefused(
                        refused.findings().stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }

    private static CreateAccount.Outcome renewed(Administration record, Account account, String typed) {
        CreateAccount.Outcome outcome = record.createAccount().renew(account, typed, Actor.lettingIn(record));
        if (outcome instanceof CreateAccount.Outcome.Created) {
            Actor.note(record, AccessAct.PASSWORD_CHANGED, account.username(), "");
        }
        return outcome;
    }
}
