package vn.lienthong.routes.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.tray.ScreenFile;

/** What keeps a clerk from sending what nobody could read. */
@Configuration(proxyBeanMethods = false)
class ClerkWiring {

    @Bean
    ScreenFile screenFile(Vault vault) {
        return new ScreenFile(vault);
    }
}
