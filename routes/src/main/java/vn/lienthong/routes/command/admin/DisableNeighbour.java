package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour disable}: it is neither called nor let in. What is meant for it waits. */
@Command(
        name = "disable",
        description = "Ngừng gọi láng giềng và không cho nó gọi vào; văn bản gửi qua nó được giữ lại.",
        mixinStandardHelpOptions = true)
final class DisableNeighbour extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "tên của láng giềng tại cổng này")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        KnownNeighbour.require(record.neighbours(), id);
        Systems systems = record.systems();
        ReceivingSystem system = KnownSystem.require(systems, id);
        systems.save(system.withEnabled(false), NewSecret.make(record.random()).key());
        out.println("đã tắt láng giềng " + id + " (nối lại: admin neighbour secret " + id + " --secret-file TỆP)");
    }
}
