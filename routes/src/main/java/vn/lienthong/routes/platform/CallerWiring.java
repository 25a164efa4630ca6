package vn.lienthong.routes.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.door.Unwritten;

/** What holds for every system that calls, at whatever door. */
@Configuration(proxyBeanMethods = false)
class CallerWiring {

    @Bean
    Unwritten unwritten() {
        return new Unwritten();
    }

    @Bean
    LimitCalls limitCalls(GatewayConfiguration configuration, Unwritten unwritten) {
        return new LimitCalls(configuration.limits().calls(), unwritten);
    }

    @Bean
    DoorRefusals doorRefusals(Refusals refusals, GatewayConfiguration configuration, Unwritten unwritten, Clock clock) {
        return new DoorRefusals(refusals, configuration.limits().calls(), unwritten, clock);
    }

    @Bean
    AgeRefusals ageRefusals(Refusals refusals, DoorRefusals doors, GatewayConfiguration configuration, Clock clock) {
        return new AgeRefusals(refusals, doors, configuration.limits().refusalAge(), clock);
    }

    /** {@code lienthong_calls_limited_total}, by why. */
    @Bean
    MeterBinder callMeters(Unwritten unwritten) {
        return registry -> {
            for (Unwritten.Why why : Unwritten.Why.values()) {
                register(registry, unwritten, why);
            }
        };
    }

    private static void register(MeterRegistry registry, Unwritten unwritten, Unwritten.Why why) {
        FunctionCounter.builder("lienthong.calls.limited", unwritten, counts -> counts.total(why))
                .description("Calls that were refused without a line of their own")
                .tag("why", why.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
