package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.platform.AgeRefusals;

/** What happens by itself about callers: refusals are summed up and grow old. */
@Component
public class CallerUpkeep extends RouteBuilder {

    private final AgeRefusals refusals;

    public CallerUpkeep(AgeRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void configure() {
        from("scheduler:refusals?initialDelay=60000&delay=60000")
                .routeId("refusals")
                .bean(refusals, "age");
    }
}
