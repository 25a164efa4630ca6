package vn.lienthong.routes.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.seal.SealMany;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.SealDrafts;

/** Agencies' seals on many files at once. */
@Configuration(proxyBeanMethods = false)
class SealManyWiring {

    @Bean
    SealMany sealMany(SealPdf sealing) {
        return new SealMany(sealing);
    }

    @Bean
    SealDrafts sealDrafts(SealDraft one, SealPdf looking, SealMany sealing) {
        return new SealDrafts(one, looking, sealing);
    }
}
