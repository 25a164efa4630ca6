package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user add}: an account at the console. The password is asked for, or read from a file; never an argument. */
@Command(
        name = "add",
        description = "Tạo tài khoản đăng nhập trang quản trị; mật khẩu được hỏi trên màn hình.",
        mixinStandardHelpOptions = true)
final class AddUser extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "3 đến 64 ký tự a-z 0-9 . _ -")
    private String username = "";

    @Option(
            names = "--role",
            paramLabel = "VAI_TRÒ",
            required = true,
            description = "operator (vận hành), registrar (quản lý danh mục), auditor (chỉ xem), clerk (văn thư),"
                    + " officer (lãnh đạo, chuyên viên), administrator")
    private String roleName = "";

    @Option(names = "--full-name", paramLabel = "HỌ_TÊN", description = "họ và tên (mặc định: tên đăng nhập)")
    private @Nullable String fullName;

    @Mixin
    private NewPassword password = new NewPassword();

    @Override
    void run(Administration record, PrintWriter out) {
        Role role = RoleName.read(roleName);
        String name = fullName == null ? username : fullName;
        String typed = password.get();
        switch (record.people().events().together(() -> created(record, name, role, typed))) {
            case CreateAccount.Outcome.Created created -> {
                out.println("đã tạo tài khoản " + created.account().username() + ", vai trò " + RoleName.of(role));
            }
            case CreateAccount.Outcome.Refused refused ->
                throw new CommandRefused(
                        refused.findings().stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }

    private CreateAccount.Outcome created(Administration record, String name, Role role, String typed) {
        CreateAccount.Outcome outcome =
                record.createAccount().create(username, name, role, typed, Actor.lettingIn(record));
        if (outcome instanceof CreateAccount.Outcome.Created created) {
            note(record, created.account(), role);
        }
        return outcome;
    }

    private static void note(Administration record, Account account, Role role) {
        record.people()
                .events()
                .add(new AccessEvent(
                        record.clock().instant(),
                        Actor.here(),
                        AccessAct.ACCOUNT_ADDED,
                        account.username(),
                        role.name()));
    }
}
