package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.evidence.record.RecordDays;
import vn.lienthong.gateway.lasting.ExtendLasting;

/** Signatures made here get their timestamps and last; by itself, since an authority that lets us wait holds nothing else up. */
@Component
public class LastingUpkeep extends RouteBuilder {

    private final ExtendLasting extending;
    private final RecordDays days;

    public LastingUpkeep(ExtendLasting extending, RecordDays days) {
        this.extending = extending;
        this.days = days;
    }

    @Override
    public void configure() {
        from("scheduler:lasting?initialDelay=9000&delay=5000")
                .routeId("lasting")
                .bean(extending, "extend");
        from("scheduler:lasting-unused?initialDelay=600000&delay=3600000")
                .routeId("lasting-unused")
                .bean(extending, "dropUnused");
        from("scheduler:evidence-days?initialDelay=30000&delay=60000")
                .routeId("evidence-days")
                .bean(days, "record");
    }
}
