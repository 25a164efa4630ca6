package vn.lienthong.routes.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.jdbc.PostgresOcspStore;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.FetchAnswers;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.OcspCache;
import vn.lienthong.gateway.signature.path.OcspSource;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.routes.link.HttpOcspSource;
import vn.lienthong.routes.link.OutboundHttp;

/** What responders say about certificates, asked apart from documents. */
@Configuration(proxyBeanMethods = false)
class OcspWiring {

    @Bean
    @DependsOnDatabaseInitialization
    OcspStore ocspStore(Jdbi jdbi, Clock clock) {
        return new PostgresOcspStore(jdbi, clock);
    }

    @Bean
    OcspCache ocspCache(TrustStores stores, OcspStore store, CrlCache revocations) {
        return new OcspCache(
                stores, store, revocations, ValidationPolicy.standard().clockSkew());
    }

    /** With what was kept, before the first document comes. */
    @Bean
    KnownRevocations knownRevocations(
            CrlCache revocations, OcspCache answers, GatewayConfiguration configuration, Clock clock) {
        KnownRevocations known = new KnownRevocations(
                revocations,
                answers,
                configuration.revocation().use(),
                ValidationPolicy.standard().clockSkew());
        known.refresh(clock.instant());
        return known;
    }

    @Bean
    OcspSource ocspSource(OutboundHttp http, Mode mode, GatewayConfiguration configuration) {
        RevocationSettings settings = configuration.revocation();
        return new HttpOcspSource(
                http.within(settings.ocspBounds(configuration.outbound().limits(mode))),
                settings.hosts(),
                settings.ocsp().get(),
                settings.ocsp().longestBytes());
    }

    @Bean
    FetchAnswers fetchAnswers(
            OcspCache answers,
            OcspSource source,
            GatewayConfiguration configuration,
            ExecutorService syncing,
            SecureRandom random,
            Clock clock) {
        return new FetchAnswers(
                answers, source, configuration.revocation().ocsp().asking(), syncing, random, clock);
    }
}
