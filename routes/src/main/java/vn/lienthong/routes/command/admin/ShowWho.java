package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.People;

/** Somebody at the machine shows that he is the person of an account: password and second factor, as at the console. */
final class ShowWho {
    private ShowWho() {}

    /** @throws CommandRefused where it is not that person; the second factor's tries are counted as at the console */
    static Account require(Administration record, String username, KnownPassword password, @Nullable String code) {
        People people = record.people();
        Optional<Account> account = people.accounts().find(username).filter(Account::enabled);
        if (account.isEmpty() || !people.isPassword(username, password.get())) {
            throw new CommandRefused("--as: " + username + ": sai tên đăng nhập hoặc mật khẩu");
        }
        if (!people.factors().exists(username)) {
            throw new CommandRefused("--as: " + username
                    + ": chưa cài xác thực hai bước (expected: đăng nhập trang quản trị một lần để cài)");
        }
        return switch (people.checkFactor()
                .check(username, typed(code), record.clock().instant())) {
            case CheckFactor.Outcome.Passed passed -> account.get();
            case CheckFactor.Outcome.Wrong wrong ->
                throw new CommandRefused("--as: " + username + ": mã xác thực không đúng hoặc đã dùng rồi");
            case CheckFactor.Outcome.Wait wait ->
                throw new CommandRefused(
                        "--as: " + username + ": sai mã quá nhiều lần, thử lại sau " + Times.text(wait.until()));
        };
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21
    private static String typed(@Nullable String code) {
        if (code != null) {
            return code;
        }
        Console console = System.console();
        String typed = console == null ? null : console.readLine("%s", "mã xác thực: ");
        if (typed == null) {
            throw new CommandRefused("không có màn hình để hỏi mã xác thực (dùng --code MÃ)");
        }
        return typed;
    }
}
