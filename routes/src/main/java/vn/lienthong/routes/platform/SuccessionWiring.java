package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.InheritMandates;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.delivery.SenderSide;
import vn.lienthong.gateway.dossier.ToldRecipients;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Who stands for a body that is no more, and who stands with a sender. */
@Configuration(proxyBeanMethods = false)
class SuccessionWiring {

    @Bean
    InheritMandates inheritMandates(Agencies agencies, Clock clock) {
        return new InheritMandates(agencies, clock);
    }

    @Bean
    SenderSide senderSide(Agencies agencies, Routing routing, Clock clock) {
        return new SenderSide(agencies, routing, clock);
    }

    @Bean
    ToldRecipients toldRecipients(UnitOfWork work) {
        return new ToldRecipients(work);
    }
}
