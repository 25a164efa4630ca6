package vn.lienthong.routes.platform;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.delivery.CloseAlert;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.VerifyAgain;
import vn.lienthong.gateway.dossier.reception.VerifyAgain.Looking;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.FetchLists;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.RevocationSource;
import vn.lienthong.routes.link.HttpRevocationSource;
import vn.lienthong.routes.link.OutboundHttp;

/** What is learnt about certificates apart from documents, and what follows for documents that waited for it. */
@Configuration(proxyBeanMethods = false)
class RevocationWiring {

    @Bean
    RevocationSource revocationSource(OutboundHttp http, Mode mode, GatewayConfiguration configuration) {
        RevocationSettings settings = configuration.revocation();
        return new HttpRevocationSource(
                http.within(settings.bounds(configuration.outbound().limits(mode))),
                settings.hosts(),
                settings.longestBytes());
    }

    @Bean
    FetchLists fetchLists(
            CrlCache revocations,
            RevocationSource source,
            GatewayConfiguration configuration,
            ExecutorService syncing,
            Clock clock) {
        return new FetchLists(revocations, source, configuration.revocation().limits(), syncing, clock);
    }

    @Bean
    VerifyAgain verifyAgain(
            UnitOfWork work,
            Vault vault,
            PacketReader reader,
            Looking looking,
            KnownRevocations revocations,
            DataFolder data,
            Clock clock) {
        return new VerifyAgain(
                work, vault, reader, looking, revocations::learnt, data.root().resolve("scratch"), clock);
    }

    @Bean
    CloseAlert closeAlert(UnitOfWork work, Clock clock) {
        return new CloseAlert(work, clock);
    }
}
