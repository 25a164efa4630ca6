package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system list}: every connected system, how it is tied down, and its mandates of now. */
@Command(name = "list", description = "Liệt kê các hệ thống và quyền của chúng.", mixinStandardHelpOptions = true)
final class ListSystems extends AdminTask {

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        List<ReceivingSystem> all = systems.all();
        if (all.isEmpty()) {
            out.println("chưa có hệ thống nào (thêm: admin system add MÃ --name TÊN --agency MÃ_CƠ_QUAN)");
        }
        for (ReceivingSystem system : all) {
            CallerLimits limits = systems.limits(system.systemId());
            out.println(
                    describe(system) + (limits.equals(CallerLimits.USUAL) ? "" : " | " + LimitSystem.describe(limits)));
            systems.mandates(system.systemId()).stream()
                    .filter(mandate -> mandate.holdsAt(now))
                    .forEach(mandate -> out.println("  " + describe(mandate, reading)));
        }
    }

    private static String describe(ReceivingSystem system) {
        StringBuilder line = new StringBuilder(system.systemId())
                .append(" | ")
                .append(system.name())
                .append(" | ")
                .append(system.kind().name().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(system.pushTo()
                        .map(to -> "đẩy tới " + to.address() + " (" + to.form() + ")")
                        .orElse("tự đến lấy"))
                .append(" | cửa sổ ")
                .append(Times.length(system.timestampWindow()));
        if (!system.boundAddresses().isEmpty()) {
            line.append(" | từ ").append(String.join(", ", system.boundAddresses()));
        }
        system.boundCertificate().ifPresent(hex -> line.append(" | chứng thư ").append(hex));
        return line.append(system.enabled() ? "" : " | ĐÃ TẮT").toString();
    }

    private static String describe(Mandate mandate, ReadAgency reading) {
        return mandate.right() + " " + reading.label(mandate.agency()) + ", từ " + Times.text(mandate.from())
                + mandate.to().map(to -> " đến " + Times.text(to)).orElse("");
    }
}
