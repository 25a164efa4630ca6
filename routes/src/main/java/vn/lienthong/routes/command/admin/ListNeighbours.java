package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour list}: whom we call, what goes by them, and how fetching from them goes. */
@Command(
        name = "list",
        description = "Liệt kê láng giềng: phạm vi, lần liên lạc cuối, số đang chờ, lỗi.",
        mixinStandardHelpOptions = true)
final class ListNeighbours extends AdminTask {

    @Override
    void run(Administration record, PrintWriter out) {
        List<Neighbour> all = record.neighbours().all();
        if (all.isEmpty()) {
            out.println("chưa có láng giềng nào (thêm: admin neighbour add MÃ --name TÊN --address URL --as SYSTEMID"
                    + " --secret-file TỆP --default)");
        }
        all.forEach(neighbour -> print(neighbour, record, out));
    }

    private static void print(Neighbour neighbour, Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        String id = neighbour.systemId();
        ReceivingSystem system = KnownSystem.require(record.systems(), id);
        out.println(id + " | " + system.name() + " | " + neighbour.address() + " | " + spoken(neighbour.dialect())
                + "với tên " + neighbour.ownSystemId() + (system.enabled() ? "" : " | ĐÃ TẮT"));
        record.systems().mandates(id).stream()
                .filter(mandate -> mandate.right() == Right.TRANSIT && mandate.holdsAt(now))
                .forEach(mandate -> out.println("  chuyển cho " + reading.label(mandate.agency())));
        record.neighbourRounds().find(id).ifPresent(progress -> print(progress, out));
        record.neighbourRounds()
                .stuck(id)
                .forEach(stuck -> out.println("  chưa nhận được " + stuck.item().docId() + ", " + stuck.failures()
                        + " lần, lần cuối " + Times.text(stuck.failedAt()) + ": " + stuck.error()));
    }

    private static String spoken(Dialect dialect) {
        return switch (dialect) {
            case Dialect.Axis axis -> "";
            case Dialect.Provincial provincial -> "nền tảng tỉnh, đăng nhập " + provincial.username() + ", ";
        };
    }

    private static void print(NeighbourRounds.Progress progress, PrintWriter out) {
        out.println("  liên lạc cuối: "
                + progress.reachedAt().map(Times::text).orElse("chưa lần nào") + "; đang chờ bên đó: "
                + progress.waiting().documents() + " văn bản, "
                + progress.waiting().statuses() + " trạng thái; đã lấy về " + progress.taken());
        if (progress.failures() > 0) {
            out.println("  KHÔNG LIÊN LẠC ĐƯỢC " + progress.failures() + " lần liền, lần cuối "
                    + progress.failedAt().map(Times::text).orElse("") + ": " + progress.error());
        }
    }
}
