package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user list}: who may log in at the console, and who might once. */
@Command(name = "list", description = "Liệt kê các tài khoản và vai trò.", mixinStandardHelpOptions = true)
final class ListUsers extends AdminTask {
    @Override
    void run(Administration record, PrintWriter out) {
        List<Account> accounts = record.accounts().all();
        if (accounts.isEmpty()) {
            out.println("chưa có tài khoản nào (tạo bằng admin user add)");
        }
        for (Account account : accounts) {
            out.println(account.username() + " | " + account.fullName() + " | "
                    + account.role().name().toLowerCase(Locale.ROOT) + (account.enabled() ? "" : " | ĐÃ TẮT"));
        }
    }
}
