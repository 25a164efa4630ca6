package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresTrustDecisions;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;

/** Verification, and the gateway's own seal. */
@Configuration(proxyBeanMethods = false)
class SignatureWiring {

    @Bean
    @DependsOnDatabaseInitialization
    TakeUpTrust takeUpTrust(DataFolder data, Jdbi jdbi) {
        return new TakeUpTrust(data.root().resolve("trust"), new PostgresTrustDecisions(jdbi));
    }

    /** As they are at the start, with what was decided while this node was away. */
    @Bean
    TrustStores trustStores(DataFolder data, TakeUpTrust decided) {
        decided.takeUp();
        return TrustFolder.read(data.root().resolve("trust"));
    }

    @Bean
    @DependsOnDatabaseInitialization
    CrlCache revocations(TrustStores stores, Jdbi jdbi, Clock clock) {
        return new CrlCache(
                stores,
                new PostgresCrlStore(jdbi, clock),
                ValidationPolicy.standard().clockSkew());
    }

    @Bean
    TrustInUse trustInUse(TrustStores stores, CrlCache revocations) {
        return new TrustInUse(stores, revocations);
    }

    @Bean
    WatchTrust watchTrust(DataFolder data, TrustInUse trust, Mode mode) {
        return new WatchTrust(
                data.root().resolve("trust"),
                trust,
                mode == Mode.SERVE ? DemoRemains::developmentTrust : stores -> Optional.empty());
    }

    @Bean
    VerifySubmission verifySubmission(TrustInUse trust, Vault vault) {
        return new VerifySubmission(
                (name, content, at) -> trust.pdf().verify(name, content, at), (kind, packet, at) -> trust.envelope()
                        .verify(EnvelopeHint.valueOf(kind.name()), bytes(vault, packet), at));
    }

    private static EnvelopeBytes bytes(Vault vault, StoredBytes packet) {
        return new EnvelopeBytes() {
            @Override
            public InputStream open() throws IOException {
                return vault.read(packet.digest());
            }

            @Override
            public long length() {
                return packet.length();
            }
        };
    }

    @Bean
    GatewaySeal gatewaySeal(GatewayConfiguration configuration, DataFolder data, Clock clock) {
        return new GatewaySeal(SealKey.open(configuration.seal(), data.root(), clock.instant()));
    }
}
