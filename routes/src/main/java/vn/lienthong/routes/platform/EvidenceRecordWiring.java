package vn.lienthong.routes.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.record.DigestFiles;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.evidence.record.RecordDays;
import vn.lienthong.gateway.evidence.record.RenewalTerms;
import vn.lienthong.gateway.jdbc.PostgresEvidenceDays;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** One timestamp a day over everything received. */
@Configuration(proxyBeanMethods = false)
class EvidenceRecordWiring {

    @Bean
    @DependsOnDatabaseInitialization
    EvidenceDays evidenceDays(Jdbi jdbi) {
        return new PostgresEvidenceDays(jdbi);
    }

    @Bean
    RecordDays recordDays(
            EvidenceDays days,
            RequestTimestamp requesting,
            TrustInUse trust,
            ValidationPolicy policy,
            Vault vault,
            UnitOfWork work,
            GatewayConfiguration configuration,
            SecureRandom random,
            Clock clock) {
        RequestTimestamp asking = configuration.timestamp().records()
                ? requesting
                : new RequestTimestamp(List.of(), trust::timestamps, random, clock);
        return new RecordDays(
                days,
                asking,
                configuration.timestamp().patience(),
                new RenewalTerms(configuration.signing().terms().renewBefore(), policy.rules()),
                new DigestFiles(vault::read, configuration.timestamp().renewalStep()),
                work,
                clock);
    }
}
