package vn.lienthong.routes.door.soap;

import java.time.Clock;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.Places;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.SoapSettings;

/** The parts of the SOAP door. */
@Configuration(proxyBeanMethods = false)
class SoapDoorWiring {

    static final String PATH = "/services";

    @Bean
    HandIn soapHandIn(SpoolBody spooling, Receiver receiver, Clock clock) {
        return new HandIn(spooling, receiver, clock);
    }

    @Bean
    SoapEngine soapEngine(
            HandIn handingIn,
            CollectDocuments collecting,
            OutgoingBytes outgoing,
            FindSent sent,
            Agencies agencies,
            ExportReceipt receipts,
            Clock clock) {
        return new SoapEngine(new SoapOperations(handingIn, collecting, outgoing, sent, agencies, receipts, clock));
    }

    @Bean
    ServletRegistrationBean<SoapServlet> soapDoor(
            AuthenticateSystem authenticating,
            DoorRefusals refusals,
            SpoolBody spooling,
            Vault vault,
            SoapEngine engine,
            GatewayConfiguration configuration) {
        SoapSettings settings = configuration.soap();
        ReadCall reading = new ReadCall(
                spooling, vault, Math.toIntExact(settings.maxEnvelope().toBytes()));
        ServletRegistrationBean<SoapServlet> registration = new ServletRegistrationBean<>(
                new SoapServlet(
                        authenticating,
                        refusals,
                        reading,
                        engine,
                        new PublishedWsdl(configuration.services().plainHttp()),
                        new Places(settings.maxCalls(), configuration.limits().soapCallsOfOne(settings))),
                PATH + "/*");
        registration.setName("soap");
        registration.setAsyncSupported(false);
        return registration;
    }
}
