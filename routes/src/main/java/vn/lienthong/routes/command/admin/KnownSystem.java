package vn.lienthong.routes.command.admin;

import java.util.stream.Collectors;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;

/** A system that an administrator names must be there. */
final class KnownSystem {
    private KnownSystem() {}

    /** @throws CommandRefused naming the systems there are */
    static ReceivingSystem require(Systems systems, String id) {
        return systems.find(id).orElseThrow(() -> {
            String known = systems.all().stream().map(ReceivingSystem::systemId).collect(Collectors.joining(", "));
            return new CommandRefused("hệ thống " + id + ": không có (expected: "
                    + (known.isEmpty() ? "thêm trước bằng admin system add" : "một trong " + known) + ")");
        });
    }
}
