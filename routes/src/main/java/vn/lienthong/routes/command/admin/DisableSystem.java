package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system disable}: its calls are refused from the next one on. What is meant for it waits; its secret is lost. */
@Command(
        name = "disable",
        description = "Tắt một hệ thống: lời gọi của nó bị từ chối ngay; văn bản gửi cho nó được giữ lại.",
        mixinStandardHelpOptions = true)
final class DisableSystem extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid của hệ thống")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        ReceivingSystem system = KnownSystem.require(systems, id);
        // Nobody learns this one: who stole the old secret cannot come back when the system does.
        systems.save(system.withEnabled(false), NewSecret.make(record.random()).key());
        out.println("đã tắt hệ thống " + id + " (nối lại với khóa mới: admin system secret " + id + ")");
    }
}
