package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.seal.DropSystemSignatures;

/** What was signed for systems is forgotten once they had long enough to fetch it. */
@Component
public class SystemSignatureUpkeep extends RouteBuilder {

    private final DropSystemSignatures dropping;

    public SystemSignatureUpkeep(DropSystemSignatures dropping) {
        this.dropping = dropping;
    }

    @Override
    public void configure() {
        from("scheduler:system-signatures?initialDelay=660000&delay=3600000")
                .routeId("system-signatures")
                .bean(dropping, "drop");
    }
}
