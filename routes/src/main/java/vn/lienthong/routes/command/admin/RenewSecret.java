package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system secret}: a new secret; the old one fails from the next call on. */
@Command(
        name = "secret",
        description = "Tạo khóa bí mật mới cho hệ thống, và nối lại nếu đã tắt; khóa cũ hết hiệu lực ngay.",
        mixinStandardHelpOptions = true)
final class RenewSecret extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid của hệ thống")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        ReceivingSystem system = KnownSystem.require(systems, id);
        NewSecret secret = NewSecret.make(record.random());
        systems.save(system.withEnabled(true), secret.key());
        out.println("khóa bí mật mới của " + id + " (chỉ hiện lần này; khóa cũ đã hết hiệu lực):");
        out.println(secret.text());
    }
}
