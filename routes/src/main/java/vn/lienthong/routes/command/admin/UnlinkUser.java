package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user unlink}: by the issuer nobody gets into the account any more. Its open sessions end. */
@Command(
        name = "unlink",
        description = "Gỡ mọi danh tính ở hệ thống tài khoản chung khỏi một tài khoản; phiên đang mở kết thúc.",
        mixinStandardHelpOptions = true)
final class UnlinkUser extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "tài khoản đã có")
    private String username = "";

    @Override
    void run(Administration record, PrintWriter out) {
        KnownAccount.require(record.accounts(), username);
        if (!record.people().events().together(() -> unlinked(record))) {
            throw new CommandRefused("tài khoản " + username + " không gắn với danh tính nào");
        }
        out.println("đã gỡ danh tính của tài khoản " + username);
    }

    private boolean unlinked(Administration record) {
        boolean unlinked = record.people().identities().unlink(username);
        if (unlinked) {
            record.people().sessions().endBefore(username, record.clock().instant());
            Actor.note(record, AccessAct.IDENTITY_UNLINKED, username, "");
        }
        return unlinked;
    }
}
