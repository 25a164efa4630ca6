package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.echo.EchoCopies;
import vn.lienthong.gateway.echo.WriteEcho;

/** What echo agencies answer with. */
@Configuration(proxyBeanMethods = false)
class EchoWiring {
    @Bean
    WriteEcho writeEcho(Vault vault, Agencies agencies) {
        return new WriteEcho(new WritePacket(vault), agencies);
    }

    @Bean
    EchoCopies echoCopies(
            CollectDocuments collecting, vn.lienthong.gateway.delivery.DeliverySettings settings, Clock clock) {
        return new EchoCopies(collecting, settings, clock);
    }
}
