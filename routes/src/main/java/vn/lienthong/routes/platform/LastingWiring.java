package vn.lienthong.routes.platform;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresLastingFiles;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.ExtendLasting;
import vn.lienthong.gateway.lasting.LastingAlert;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.LastingRules;
import vn.lienthong.gateway.lasting.LastingTrust;
import vn.lienthong.gateway.lasting.NewestCopy;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.path.KeptAnswers;
import vn.lienthong.gateway.signature.path.KeptLists;
import vn.lienthong.gateway.signature.path.KeptRevocations;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.OcspCache;
import vn.lienthong.gateway.signature.path.Revocations;

/** Timestamps, evidence and archive timestamps for what agencies sign here. */
@Configuration(proxyBeanMethods = false)
class LastingWiring {

    /** Files in work at the same time: each lies in memory as a whole. */
    private static final int AT_ONCE = 4;

    @Bean
    @DependsOnDatabaseInitialization
    LastingFiles lastingFiles(Jdbi jdbi) {
        return new PostgresLastingFiles(jdbi);
    }

    @Bean
    NewestCopy newestCopy(LastingFiles files) {
        return new NewestCopy(files);
    }

    /** What becomes of a signature; nothing where no authority is asked for timestamps. */
    @Bean
    BeginLasting.Rule lastingRule(Agencies agencies, GatewayConfiguration configuration, Clock clock) {
        LastingRules rules = configuration.signing().rules();
        boolean asksNobody = configuration.timestamp().url().isEmpty();
        return (agency, kind) -> asksNobody
                ? LastingRule.NONE
                : rules.of(
                        agencies.current()
                                .codeOf(agency, clock.instant())
                                .map(AgencyCode::text)
                                .orElse(""),
                        kind);
    }

    @Bean
    BeginLasting beginLasting(LastingFiles files, BeginLasting.Rule rule, Ids ids) {
        return new BeginLasting(files, rule, ids::uuid);
    }

    @Bean
    @DependsOnDatabaseInitialization
    KeptRevocations keptRevocations(OcspCache answers, Jdbi jdbi, Clock clock) {
        return new KeptLists(new PostgresCrlStore(jdbi, clock)).or(new KeptAnswers(answers));
    }

    @Bean
    ExtendFile extendFile(
            RequestTimestamp requesting,
            TrustInUse trust,
            KnownRevocations revocations,
            KeptRevocations kept,
            ValidationPolicy policy,
            VerificationLimits limits,
            GatewayConfiguration configuration,
            Clock clock) {
        return new ExtendFile(
                requesting,
                new LatestOf<>(
                        trust::stores, stores -> LastingTrust.of(stores, revocations, kept, policy, limits.pdf())),
                configuration.signing().terms(),
                clock);
    }

    /** For signatures whose timestamp cannot be added later. */
    @Bean
    WaitBriefly waitBriefly(ExecutorService calls, GatewayConfiguration configuration, Clock clock) {
        return new WaitBriefly(configuration.signing().atOnceWithin(), calls, clock);
    }

    @Bean
    ProveBriefly proveBriefly(
            RequestTimestamp requesting,
            BeginLasting.Rule rules,
            WaitBriefly waiting,
            TrustInUse trust,
            ValidationPolicy policy,
            VerificationLimits limits,
            Clock clock) {
        return new ProveBriefly(
                requesting,
                rules,
                waiting,
                new LatestOf<>(trust::stores, stores -> FileVerifiers.of(stores, Revocations.none(), policy, limits)),
                clock);
    }

    @Bean
    LastingAlert lastingAlert(
            LastingFiles files, EvidenceDays days, UnitOfWork work, GatewayConfiguration configuration, Clock clock) {
        return new LastingAlert(
                files,
                days,
                work,
                configuration.timestamp().alertAfter(),
                configuration.signing().freshWithin(),
                clock);
    }

    @Bean
    ExtendLasting extendLasting(
            LastingFiles files,
            ExtendFile extending,
            Vault vault,
            LastingAlert alert,
            ExecutorService calls,
            Clock clock,
            VerificationLimits limits,
            GatewayConfiguration configuration) {
        StampSeals.Patience patience = configuration.timestamp().patience();
        return new ExtendLasting(
                files,
                extending,
                vault,
                alert,
                calls,
                clock,
                new ExtendLasting.Patience(
                        AT_ONCE,
                        limits.pdf().maximumBytes(),
                        // Its turn among all who ask authorities may come late.
                        patience.lease().multipliedBy(2),
                        patience.firstRetry(),
                        patience.longestRetry()));
    }
}
