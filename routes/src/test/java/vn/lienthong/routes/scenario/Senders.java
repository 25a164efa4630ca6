package vn.lienthong.routes.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.platform.RunningGateway;

/** Systems that hand documents in. */
final class Senders {
    private Senders() {}

    /** The system of an agency, which may send for it since an hour ago. */
    static void register(RunningGateway gateway, String system, String secret, String agency) {
        Instant now = Instant.now();
        AgencyId sender = gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(agency), now)
                .orElseThrow();
        Systems systems = gateway.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        system,
                        "Hệ thống " + agency,
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                secret.getBytes(StandardCharsets.UTF_8));
        systems.grant(system, new Mandate(sender, Right.SEND, now.minusSeconds(3600), Optional.empty()));
    }
}
