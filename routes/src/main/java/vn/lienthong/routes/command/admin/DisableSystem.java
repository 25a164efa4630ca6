package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code admin system disable}: its calls are refused from the next one on. What is meant for it waits; its secret is lost. */
@Command(
        name = "disable",
        description = "Tắt một hệ thống: lời gọi của nó bị từ chối ngay; văn bản gửi cho nó được giữ lại.",
        mixinStandardHelpOptions = true)
final class DisableSystem extends RekeySystem {

    DisableSystem() {
        super(false);
    }

    /** Nobody learns the secret: who stole the old one cannot come back when the system does. */
    @Override
    void tell(String id, NewSecret secret, PrintWriter out) {
        out.println("đã tắt hệ thống " + id + " (nối lại với khóa mới: admin system secret " + id + ")");
    }
}
