package vn.lienthong.routes.door.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.routes.door.Places;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** The parts that open packets for who collects. */
@Configuration(proxyBeanMethods = false)
class ContentWiring {

    /** Opening a packet costs what receiving one does: as many at once, and as many of one system. */
    @Bean
    OpenCopy restOpening(CollectDocuments collecting, ReadAttachments reading, GatewayConfiguration configuration) {
        int most = configuration.door().maxUploads();
        return new OpenCopy(
                collecting, reading, new Places(most, configuration.limits().uploadsOfOne(configuration.door())));
    }
}
