package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour add}: from now on this gateway hands over to the neighbour and fetches from it. */
@Command(
        name = "add",
        description = "Nối cổng này vào một cổng khác hoặc vào trục: gửi lên và tự lấy văn bản về.",
        mixinStandardHelpOptions = true)
final class AddNeighbour extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "tên của láng giềng tại cổng này")
    private String id = "";

    @Option(names = "--name", paramLabel = "TÊN", required = true, description = "tên để người vận hành nhận ra")
    private String name = "";

    @Option(
            names = "--address",
            paramLabel = "URL",
            required = true,
            description =
                    "địa chỉ bên đó: của trục như https://máy/XrdAdapter/adapter, của nền tảng tỉnh như https://máy")
    private String address = "";

    @Option(
            names = "--as",
            paramLabel = "SYSTEMID",
            required = true,
            description = "systemid mà bên đó cấp cho cổng này")
    private String ownSystemId = "";

    @Option(
            names = "--dialect",
            paramLabel = "axis|provincial",
            defaultValue = "axis",
            description = "bên đó nói giao thức nào: của trục, hay của nền tảng tỉnh (LGSP); mặc định: axis")
    private String dialect = "axis";

    @Mixin
    private OwnSecret secret = new OwnSecret();

    @Mixin
    private NeighbourLogin login = new NeighbourLogin();

    @Option(
            names = "--carries",
            paramLabel = "MÃ_CƠ_QUAN",
            split = ",",
            description = "cơ quan nằm phía bên đó, cùng mọi đơn vị dưới nó; lặp lại, hoặc cách nhau bằng dấu phẩy")
    private List<String> carried = new ArrayList<>();

    @Option(names = "--default", description = "tuyến mặc định: mọi cơ quan không nối vào đây thì đi và đến qua bên đó")
    private boolean defaultRoute;

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        Instant now = record.clock().instant();
        check(systems, now);
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        List<AgencyId> agencies =
                new ArrayList<>(carried.stream().map(reading::read).toList());
        if (defaultRoute) {
            agencies.add(Mandate.BEYOND);
        }
        Dialect spoken = dialect();
        URI adapter = NeighbourAddress.read(address, spoken);
        byte[] own = secret.read();
        NeighbourLogin.requireSendable(spoken, ownSystemId, own);
        Optional<byte[]> password = login.password();
        // Nobody learns this one: a neighbour that is to call us as well gets its secret by admin system secret.
        systems.save(system(record, adapter), NewSecret.make(record.random()).key());
        record.neighbours().save(new Neighbour(id, adapter, ownSystemId, spoken), own, password);
        agencies.forEach(agency -> systems.grant(id, new Mandate(agency, Right.TRANSIT, now, Optional.empty())));
        out.println("đã nối tới " + id + " (" + name + "), " + adapter + ", với tên " + ownSystemId + "; chuyển cho:");
        agencies.forEach(agency -> out.println("  " + reading.label(agency)));
        out.println("thử ngay: admin neighbour test " + id);
    }

    private Dialect dialect() {
        return switch (dialect) {
            case "axis" -> {
                login.refuseAny();
                yield new Dialect.Axis();
            }
            case "provincial" -> login.first(ownSystemId);
            default -> throw new CommandRefused("--dialect: " + dialect + " (expected: axis hoặc provincial)");
        };
    }

    private void check(Systems systems, Instant now) {
        if (!AddSystem.ID.matcher(id).matches()) {
            throw new CommandRefused(
                    "mã láng giềng: " + id
                            + " (expected: chữ không dấu, số, dấu . _ - , tối đa 100 ký tự, khác console, không bắt đầu bằng echo-)");
        }
        if (systems.find(id).isPresent()) {
            throw new CommandRefused("hệ thống " + id + " đã có (đổi khóa hoặc địa chỉ: admin neighbour secret " + id
                    + "; thêm quyền: admin mandate grant " + id + " MÃ_CƠ_QUAN transit)");
        }
        if (carried.isEmpty() && !defaultRoute) {
            throw new CommandRefused("thiếu phạm vi (expected: --default, hoặc --carries MÃ_CƠ_QUAN)");
        }
        Optional<ReceivingSystem> already = systems.carrierFor(Mandate.BEYOND, now);
        if (defaultRoute && already.isPresent()) {
            throw new CommandRefused("--default: " + already.get().systemId()
                    + " đã là tuyến mặc định (expected: một tuyến; tắt bằng admin neighbour disable)");
        }
    }

    private ReceivingSystem system(Administration record, URI adapter) {
        return new ReceivingSystem(
                id,
                name,
                CallerKind.PEER,
                record.timestampWindow(),
                List.of(),
                Optional.empty(),
                Optional.of(new PushTarget(adapter, PushForm.AXIS)),
                true);
    }
}
