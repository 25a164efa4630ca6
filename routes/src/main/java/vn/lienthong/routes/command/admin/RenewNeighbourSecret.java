package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour secret}: the neighbour gave us another secret; also lets one in that was disabled. */
@Command(
        name = "secret",
        description = "Ghi khóa mới mà láng giềng cấp, và nối lại nếu đã tắt; dùng ngay từ lời gọi sau.",
        mixinStandardHelpOptions = true)
final class RenewNeighbourSecret extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "tên của láng giềng tại cổng này")
    private String id = "";

    @Mixin
    private OwnSecret secret = new OwnSecret();

    @Mixin
    private NeighbourLogin login = new NeighbourLogin();

    @Option(names = "--as", paramLabel = "SYSTEMID", description = "systemid mới mà bên đó cấp (mặc định: như cũ)")
    private @Nullable String ownSystemId;

    @Option(names = "--address", paramLabel = "URL", description = "địa chỉ mới của bên đó (mặc định: như cũ)")
    private @Nullable String address;

    @Override
    void run(Administration record, PrintWriter out) {
        Neighbour before = KnownNeighbour.require(record.neighbours(), id);
        Neighbour after = new Neighbour(
                id,
                address == null ? before.address() : NeighbourAddress.read(address, before.dialect()),
                ownSystemId == null ? before.ownSystemId() : ownSystemId,
                login.changed(before.dialect()));
        byte[] own = secret.read();
        NeighbourLogin.requireSendable(after.dialect(), after.ownSystemId(), own);
        Optional<byte[]> password = login.password();
        Systems systems = record.systems();
        ReceivingSystem system = KnownSystem.require(systems, id);
        requireOneDefaultRoute(systems, system, record.clock().instant());
        record.neighbours().save(after, own, password);
        ReceivingSystem changed = pushingTo(system, after);
        if (!changed.equals(system)) {
            // Its own secret here stays as it is, so that it may go on calling us.
            byte[] itsSecret = systems.secret(id)
                    .orElseGet(() -> NewSecret.make(record.random()).key());
            systems.save(changed, itsSecret);
        }
        out.println("đã ghi khóa mới cho " + id + " (" + after.address() + ", với tên " + after.ownSystemId() + ")");
    }

    /** One that was disabled comes back by this command; another may have become the default route meanwhile. */
    private static void requireOneDefaultRoute(Systems systems, ReceivingSystem system, Instant now) {
        boolean wasOne = systems.mandates(system.systemId()).stream()
                .anyMatch(mandate -> mandate.agency().equals(Mandate.BEYOND) && mandate.holdsAt(now));
        systems.carrierFor(Mandate.BEYOND, now)
                .filter(other -> wasOne && !other.systemId().equals(system.systemId()))
                .ifPresent(other -> {
                    throw new CommandRefused(system.systemId() + " từng là tuyến mặc định, nay là " + other.systemId()
                            + " (expected: một tuyến; tắt tuyến kia trước bằng admin neighbour disable)");
                });
    }

    private static ReceivingSystem pushingTo(ReceivingSystem system, Neighbour neighbour) {
        return new ReceivingSystem(
                system.systemId(),
                system.name(),
                system.kind(),
                system.timestampWindow(),
                system.boundAddresses(),
                system.boundCertificate(),
                Optional.of(new PushTarget(neighbour.address(), PushForm.AXIS)),
                true);
    }
}
