package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.PushAsAsked;
import vn.lienthong.routes.link.RestPusher;
import vn.lienthong.routes.link.SoapPusher;

/** What leaves the gateway, and how much may come in. */
@Configuration(proxyBeanMethods = false)
class LinkWiring {

    @Bean
    OutboundHttp outboundHttp(Mode mode, GatewayConfiguration configuration) {
        return new OutboundHttp(configuration.outbound().limits(mode));
    }

    @Bean
    Pusher pusher(OutboundHttp http, OutgoingBytes outgoing, Systems systems, Clock clock) {
        return new PushAsAsked(
                new RestPusher(http, outgoing, systems, clock), new SoapPusher(http, outgoing, systems, clock));
    }

    @Bean
    UploadLimits uploadLimits(GatewayConfiguration configuration) {
        UploadLimits usual = UploadLimits.defaults();
        return new UploadLimits(
                configuration.packet().maxSize().toBytes(),
                usual.minBytesPerSecond(),
                usual.grace(),
                configuration.door().uploadTimeout(),
                configuration.door().maxUploads(),
                configuration.limits().uploadsOfOne(configuration.door()));
    }

    @Bean
    SpoolBody spoolBody(Vault vault, UploadLimits limits, GatewayConfiguration configuration) {
        return new SpoolBody(vault, limits, configuration.provincial().strangers());
    }
}
