package vn.lienthong.routes.platform;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.MatchSigners;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresTrustDecisions;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.TrustStores;

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
    TrustInUse trustInUse(
            TrustStores stores, KnownRevocations revocations, ValidationPolicy policy, VerificationLimits limits) {
        return new TrustInUse(stores, revocations, policy, limits);
    }

    @Bean
    WatchTrust watchTrust(DataFolder data, TrustInUse trust, Mode mode) {
        return new WatchTrust(
                data.root().resolve("trust"),
                trust,
                mode == Mode.SERVE ? DemoRemains::developmentTrust : stores -> Optional.empty());
    }

    @Bean
    KeepTrust keepTrust(TakeUpTrust decided, WatchTrust folder, UnitOfWork work, Clock clock, DataFolder data) {
        TrustAlert alert =
                new TrustAlert(work, clock, MachineName.get(), data.root().resolve("trust"));
        return new KeepTrust(decided, folder, alert);
    }

    @Bean
    VerifySubmission verifySubmission(
            TrustInUse trust,
            VerifySubmission.EnvelopeVerifier envelope,
            MatchSigners matching,
            VerificationLimits limits) {
        return new VerifySubmission(
                (name, content, at) -> trust.pdf().verify(name, content, at),
                envelope,
                matching,
                (file, beside, at) -> trust.files().verify(file, beside, at),
                limits.files());
    }

    @Bean
    GatewaySeal gatewaySeal(EnvelopeWiring.SealInUse seal) {
        return new GatewaySeal(seal.key());
    }
}
