package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.reception.MatchSigners;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.VerificationLimits;

/** What signatures are measured by, and whose they are. */
@Configuration(proxyBeanMethods = false)
class PolicyWiring {

    @Bean
    ValidationPolicy validationPolicy(GatewayConfiguration configuration) {
        return configuration.verification().policy();
    }

    @Bean
    VerificationLimits verificationLimits(GatewayConfiguration configuration) {
        return configuration.signatureLimits().limits();
    }

    @Bean
    MatchSigners matchSigners(Agencies agencies, ValidationPolicy policy, Clock clock) {
        return new MatchSigners(agencies, policy, clock);
    }
}
