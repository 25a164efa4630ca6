package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code admin system secret}: a new secret; the old one fails from the next call on. */
@Command(
        name = "secret",
        description = "Tạo khóa bí mật mới cho hệ thống, và nối lại nếu đã tắt; khóa cũ hết hiệu lực ngay.",
        mixinStandardHelpOptions = true)
final class RenewSecret extends RekeySystem {

    RenewSecret() {
        super(true);
    }

    @Override
    void tell(String id, NewSecret secret, PrintWriter out) {
        out.println("khóa bí mật mới của " + id + " (chỉ hiện lần này; khóa cũ đã hết hiệu lực):");
        out.println(secret.text());
    }
}
