package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.door.echo.EchoAgencies;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system add}: connects a document system, gives it its mandates, and prints its secret once. */
@Command(
        name = "add",
        description = "Nối một hệ thống vào cổng và in khóa bí mật của nó, một lần duy nhất.",
        mixinStandardHelpOptions = true)
final class AddSystem extends AdminTask {
    /** Whose name begins as an echo's would be answered for by the gateway itself. */
    static final Pattern ID =
            Pattern.compile("(?!console$|" + EchoAgencies.SYSTEM_PREFIX + ")[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid mà hệ thống dùng khi gọi")
    private String id = "";

    @Option(names = "--name", paramLabel = "TÊN", required = true, description = "tên để người vận hành nhận ra")
    private String name = "";

    @Option(
            names = "--agency",
            paramLabel = "MÃ_CƠ_QUAN",
            required = true,
            split = ",",
            description = "cơ quan mà hệ thống thay mặt; lặp lại, hoặc cách nhau bằng dấu phẩy")
    private List<String> codes = List.of();

    @Option(
            names = "--kind",
            paramLabel = "agency|peer",
            defaultValue = "agency",
            description = "agency: hệ thống của các cơ quan đó; peer: cổng khác, chuyển tiếp cho các đơn vị dưới chúng")
    private String kindName = "agency";

    @Mixin
    private SystemBinding binding = new SystemBinding();

    @Override
    void run(Administration record, PrintWriter out) {
        CallerKind kind = kind();
        if (!ID.matcher(id).matches()) {
            throw new CommandRefused(
                    "mã hệ thống: " + id
                            + " (expected: chữ không dấu, số, dấu . _ - , tối đa 100 ký tự, khác console, không bắt đầu bằng echo-)");
        }
        Systems systems = record.systems();
        if (systems.find(id).isPresent()) {
            throw new CommandRefused("hệ thống " + id + " đã có (đổi khóa: admin system secret " + id
                    + "; thêm quyền: admin mandate grant " + id + " MÃ_CƠ_QUAN QUYỀN)");
        }
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        Map<String, AgencyId> agencies = new LinkedHashMap<>();
        codes.forEach(code -> agencies.put(code, reading.read(code)));
        NewSecret secret = NewSecret.make(record.random());
        systems.save(binding.system(id, name, kind, record.timestampWindow()), secret.key());
        for (AgencyId agency : agencies.values()) {
            rights(kind).forEach(right -> systems.grant(id, new Mandate(agency, right, now, Optional.empty())));
        }
        out.println("đã nối hệ thống " + id + " (" + name + "), quyền " + rights(kind) + " cho:");
        agencies.values().forEach(agency -> out.println("  " + reading.label(agency)));
        out.println("khóa bí mật (chỉ hiện lần này, hãy giữ kín):");
        out.println(secret.text());
    }

    private CallerKind kind() {
        return switch (kindName) {
            case "agency" -> CallerKind.AGENCY;
            case "peer" -> CallerKind.PEER;
            default -> throw new CommandRefused("--kind: " + kindName + " (expected: agency hoặc peer)");
        };
    }

    private static List<Right> rights(CallerKind kind) {
        return switch (kind) {
            case AGENCY -> List.of(Right.SEND, Right.COLLECT, Right.STATUS);
            case PEER -> List.of(Right.TRANSIT);
        };
    }
}
