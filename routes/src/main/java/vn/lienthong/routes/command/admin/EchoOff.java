package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.door.echo.EchoAgencies;
import vn.lienthong.routes.platform.Administration;

/** {@code admin echo off}: it answers nothing more, and its mandates end; what it answered stays on record. */
@Command(name = "off", description = "Tắt việc tự động trả lời của một cơ quan.", mixinStandardHelpOptions = true)
final class EchoOff extends AdminTask {
    @Option(names = "--agency", paramLabel = "MÃ_CƠ_QUAN", required = true, description = "cơ quan kiểm thử")
    private String code = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        String id = EchoAgencies.SYSTEM_PREFIX + code;
        ReceivingSystem system = systems.find(id)
                .filter(ReceivingSystem::enabled)
                .orElseThrow(() -> new CommandRefused(
                        "cơ quan " + code + " không tự động trả lời (bật: admin echo on --agency " + code + ")"));
        Instant now = record.clock().instant();
        List<Mandate> held = systems.mandates(id).stream()
                .filter(mandate -> mandate.holdsAt(now))
                .toList();
        held.forEach(mandate -> systems.end(id, mandate.endedAt(now)));
        systems.save(system.withEnabled(false), NewSecret.make(record.random()).key());
        out.println(code + " không tự động trả lời nữa");
    }
}
