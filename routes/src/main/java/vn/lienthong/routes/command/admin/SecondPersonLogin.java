package vn.lienthong.routes.command.admin;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;

/** Who decides on the command line: an account of the console, with its password and its second factor. */
final class SecondPersonLogin {
    @Option(
            names = "--as",
            paramLabel = "TÊN_ĐĂNG_NHẬP",
            required = true,
            description = "tài khoản của người quyết định; mật khẩu và mã xác thực được hỏi trên màn hình")
    private String username = "";

    @Option(
            names = "--code",
            paramLabel = "MÃ",
            description = "mã xác thực đang hiện trên điện thoại; không có thì được hỏi")
    private @Nullable String code;

    @Mixin
    private KnownPassword password = new KnownPassword();

    /** @throws CommandRefused where it is not that person */
    Account require(Administration record) {
        return ShowWho.require(record, username, password, code);
    }
}
