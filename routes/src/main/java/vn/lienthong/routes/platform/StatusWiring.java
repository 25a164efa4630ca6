package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.dossier.reception.JoinStatus;
import vn.lienthong.gateway.dossier.reception.JoinStatusByHand;
import vn.lienthong.gateway.status.MatchStatus;

/** Who joins statuses with their documents: the rules, or a person. */
@Configuration(proxyBeanMethods = false)
class StatusWiring {

    @Bean
    JoinStatus joinStatus(Agencies agencies, Reroute reroute, Ids ids) {
        return new JoinStatus(new MatchStatus(agencies), reroute, agencies, ids);
    }

    @Bean
    JoinStatusByHand joinStatusByHand(UnitOfWork work, Agencies agencies, JoinStatus joining, Clock clock) {
        return new JoinStatusByHand(work, new MatchStatus(agencies), joining, clock);
    }
}
