package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.agency.Agencies;

/** Who decides what systems ask of the directory. */
@Configuration(proxyBeanMethods = false)
class RegistrationWiring {

    @Bean
    DecideRegistration decideRegistration(RegistrationRequests requests, Agencies agencies, Clock clock) {
        return new DecideRegistration(requests, agencies, clock);
    }
}
