package vn.lienthong.routes.command.admin;

import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;

/** An account that an administrator names must be there. */
final class KnownAccount {
    private KnownAccount() {}

    /** @throws CommandRefused naming the accounts there are */
    static Account require(Accounts accounts, String username) {
        return accounts.find(username).orElseThrow(() -> {
            String known = accounts.all().stream().map(Account::username).collect(Collectors.joining(", "));
            return new CommandRefused("tài khoản " + username + ": không có (expected: "
                    + (known.isEmpty() ? "tạo trước bằng admin user add" : "một trong " + known) + ")");
        });
    }
}
