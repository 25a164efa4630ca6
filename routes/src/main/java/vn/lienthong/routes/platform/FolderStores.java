package vn.lienthong.routes.platform;

import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresFolderLooks;

/** Where exchange folders, and how looking into them goes, are on record. */
@Configuration(proxyBeanMethods = false)
class FolderStores {

    @Bean
    @DependsOnDatabaseInitialization
    ExchangeFolders exchangeFolders(Jdbi jdbi) {
        return new PostgresExchangeFolders(jdbi);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PostgresFolderLooks folderLooks(Jdbi jdbi) {
        return new PostgresFolderLooks(jdbi);
    }
}
