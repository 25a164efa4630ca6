package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.routes.platform.Administration;

/** {@code admin invite}: a link by which one person gets an account, once; the first administrator comes so. */
@Command(
        name = "invite",
        description = "Tạo liên kết mời dùng một lần: người được mời tự đặt mật khẩu và bước xác thực thứ hai.",
        mixinStandardHelpOptions = true)
final class InviteUser extends AdminTask {
    @Option(
            names = "--user",
            paramLabel = "TÊN_ĐĂNG_NHẬP",
            required = true,
            description = "3 đến 64 ký tự a-z 0-9 . _ -")
    private String username = "";

    @Option(
            names = "--role",
            paramLabel = "VAI_TRÒ",
            required = true,
            description = "operator (vận hành), registrar (quản lý danh mục), auditor (chỉ xem), clerk (văn thư),"
                    + " officer (lãnh đạo, chuyên viên), administrator (quản trị)")
    private String roleName = "";

    @Option(names = "--full-name", paramLabel = "HỌ_TÊN", description = "họ và tên (người được mời sửa được)")
    private @Nullable String fullName;

    @Override
    void run(Administration record, PrintWriter out) {
        String name = fullName == null ? username : fullName;
        PrintInvite.print(
                record,
                record.people().invitePerson().invite(username, name, RoleName.read(roleName), Actor.here()),
                out);
    }
}
