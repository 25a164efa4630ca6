package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.util.List;
import vn.lienthong.gateway.fuzz.FuzzTarget;
import vn.lienthong.gateway.packet.check.PacketChecks;

/** The reader of packets and of incoming statuses, which are packets too. */
public final class PacketTargets {
    private PacketTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(new FuzzTarget(
                "packet",
                () -> Samples.wellFormed().stream().map(Samples::bytes).toList(),
                bytes -> {
                    PacketReading reading = new PacketReader(PacketLimits.defaults())
                            .read(new ByteArrayInputStream(bytes), new Samples.InMemoryAttachments());
                    if (reading instanceof PacketReading.Understood understood) {
                        PacketChecks.all().check(understood.message());
                    }
                }));
    }
}
