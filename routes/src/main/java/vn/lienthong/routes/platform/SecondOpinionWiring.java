package vn.lienthong.routes.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.opinion.AskOpinions;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.dossier.opinion.CompareDocument;
import vn.lienthong.gateway.dossier.opinion.ReadSignedFiles;
import vn.lienthong.gateway.dossier.opinion.TryEngine;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.file.VerifyFiles;
import vn.lienthong.gateway.signature.path.KeptAnswers;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.ListsAtHand;
import vn.lienthong.gateway.signature.path.OcspCache;
import vn.lienthong.gateway.signature.secondopinion.AnswerInTime;
import vn.lienthong.gateway.signature.secondopinion.ScreenedOpinion;
import vn.lienthong.gateway.signature.secondopinion.TryDss;

/** Another engine's opinion of signatures, off the path that documents take. */
@Configuration(proxyBeanMethods = false)
class SecondOpinionWiring {

    /** Of a document's lease: for reading it, and our own verification of its files. */
    private static final Duration BESIDE_THE_ENGINE = Duration.ofMinutes(15);

    @Bean
    OpinionBacklog opinionBacklog(UnitOfWork work, MeterRegistry meters) {
        OpinionBacklog backlog = new OpinionBacklog(work);
        Gauge.builder("lienthong.second.opinion.waiting", backlog, OpinionBacklog::waiting)
                .description("Documents that wait for a second opinion")
                .register(meters);
        return backlog;
    }

    @Bean
    ChooseOpinions chooseOpinions(GatewayConfiguration configuration, OpinionBacklog backlog) {
        VerificationSettings settings = configuration.verification();
        if (!settings.asks()) {
            return ChooseOpinions.none();
        }
        return settings.asksAlways()
                ? ChooseOpinions.all()
                : ChooseOpinions.sampled(
                        settings.secondOpinionPerThousand(),
                        () -> backlog.waiting() >= settings.secondOpinionWaiting());
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    AnswerInTime secondOpinion(
            TrustInUse trust,
            OcspCache answers,
            Jdbi jdbi,
            Clock clock,
            VerificationLimits limits,
            GatewayConfiguration configuration) {
        VerificationSettings settings = configuration.verification();
        OpinionInUse engine = new OpinionInUse(
                trust, new ListsAtHand(new PostgresCrlStore(jdbi, clock)), new KeptAnswers(answers), limits.asic());
        return new AnswerInTime(
                new ScreenedOpinion(engine, limits), settings.secondOpinionThreads(), settings.secondOpinionTimeout());
    }

    @Bean
    CompareDocument compareDocument(
            Vault vault,
            PacketReader reader,
            DataFolder data,
            TrustInUse trust,
            KnownRevocations revocations,
            AnswerInTime theirs,
            VerificationLimits limits,
            GatewayConfiguration configuration) {
        // By nothing that an administrator set: what another engine, which knows nothing of that, may be compared with.
        Supplier<VerifyFiles> strict = new LatestOf<>(
                trust::stores,
                stores -> FileVerifiers.of(stores, revocations.strictly(), ValidationPolicy.standard(), limits));
        long largest = configuration.verification().secondOpinionLargest().toBytes();
        return new CompareDocument(
                new ReadSignedFiles(
                        vault,
                        reader,
                        data.root().resolve("scratch"),
                        largest,
                        limits.files().maximumBeside()),
                (file, beside, at) -> trust.files().verify(file, beside, at),
                (file, beside, at) -> strict.get().verify(file, beside, at),
                theirs);
    }

    /** {@code lienthong_second_opinion_total}, by outcome. */
    @Bean
    AskOpinions askOpinions(
            UnitOfWork work,
            CompareDocument comparing,
            MeterRegistry meters,
            GatewayConfiguration configuration,
            Clock clock) {
        VerificationSettings settings = configuration.verification();
        return new AskOpinions(
                work,
                comparing,
                new TryEngine(() -> TryDss.fault(clock.instant()), work, clock),
                outcome -> meters.counter(
                                "lienthong.second.opinion",
                                "outcome",
                                outcome.name().toLowerCase(Locale.ROOT))
                        .increment(),
                BESIDE_THE_ENGINE.plus(settings.secondOpinionTimeout().multipliedBy(settings.secondOpinionThreads())),
                clock);
    }
}
