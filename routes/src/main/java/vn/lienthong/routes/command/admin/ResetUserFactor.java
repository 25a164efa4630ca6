package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.People;

/** {@code admin user reset-factor}: for who lost the phone. Everything old stops working; a link is the only way back. */
@Command(
        name = "reset-factor",
        description =
                "Người dùng mất điện thoại: hủy bước xác thực thứ hai, mật khẩu và mọi phiên, rồi tạo liên kết mời lại.",
        mixinStandardHelpOptions = true)
final class ResetUserFactor extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "tài khoản đã có")
    private String username = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Account account = KnownAccount.require(record.accounts(), username);
        PrintInvite.print(record, record.people().resetFactor().reset(account, Actor.here(), People.hashing()), out);
    }
}
