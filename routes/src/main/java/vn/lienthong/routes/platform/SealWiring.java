package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.jdbc.PostgresAgencySeals;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealJournal;
import vn.lienthong.gateway.seal.SealKeys;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.SealTrust;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.EnterIncoming;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.StampIncoming;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.SigningServices;

/** Agencies' seals, and what clerks do with them. */
@Configuration(proxyBeanMethods = false)
class SealWiring {

    /** A page is waited for a little, not for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    @DependsOnDatabaseInitialization
    AgencySeals agencySeals(Jdbi jdbi, SecretBox box) {
        return new PostgresAgencySeals(jdbi, box);
    }

    @Bean
    SigningServices signingServices(OutboundHttp http, Mode mode, GatewayConfiguration configuration) {
        return new SigningServices(
                http.within(configuration
                        .outbound()
                        .limits(mode)
                        .forSigning(configuration.seal().remoteWithin())),
                configuration.seal().remoteWithin());
    }

    @Bean
    OpenKeys openKeys(SigningServices services) {
        return new OpenKeys(services);
    }

    @Bean
    AddSeal addSeal(
            AgencySeals seals,
            SealTrust trust,
            OpenKeys keys,
            Agencies agencies,
            AccessEvents events,
            Ids ids,
            Clock clock) {
        return new AddSeal(seals, trust, keys, agencies, events, ids::uuid, clock);
    }

    /** Anybody can have a development authority make any agency's seal. */
    @Bean
    StartCheck noDevelopmentSeals(AgencySeals seals, Clock clock) {
        return () -> {
            String found = seals.all().stream()
                    .filter(seal -> seal.to().map(clock.instant()::isBefore).orElse(true))
                    .filter(seal -> seal.certificate().development())
                    .map(seal -> seal.certificate().names() + " (" + seal.id() + ")")
                    .collect(Collectors.joining("; "));
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of("con dấu chỉ dành cho phát triển (DEV ONLY): " + found + " (bỏ bằng admin seal end)");
        };
    }

    @Bean
    SealTrust sealTrust(TrustInUse trust, KnownRevocations revocations, ValidationPolicy policy) {
        return new SealTrust(trust::stores, revocations, policy);
    }

    @Bean
    SealKeys sealKeys(AgencySeals seals, SealTrust trust, OpenKeys keys, Mode mode) {
        return new SealKeys(seals, trust, keys, mode == Mode.DEMO);
    }

    @Bean
    SealJournal sealJournal(AccessEvents events, UnitOfWork work, BeginLasting lasting, Clock clock) {
        return new SealJournal(events, work, lasting, clock);
    }

    @Bean
    SealPdf sealPdf(
            AgencySeals seals,
            SealKeys keys,
            Vault vault,
            GatewayConfiguration configuration,
            ProveBriefly proving,
            SealJournal journal,
            Clock clock) {
        SealSettings settings = configuration.seal();
        FormSettings standard = FormSettings.standard();
        FormSettings files = new FormSettings(
                standard.limits(),
                Math.toIntExact(settings.maxSize().toBytes()),
                standard.maximumPages(),
                settings.rsaPadding());
        SealPdf.Limits limits = new SealPdf.Limits(files, settings.atOnce(), PATIENCE, settings.answerWithin());
        return new SealPdf(seals, keys, vault, limits, proving, journal, clock);
    }

    @Bean
    StampIncoming stampIncoming(UnitOfWork work, SealPdf sealing, Agencies agencies, Ids ids, Clock clock) {
        return new StampIncoming(work, sealing, agencies, ids::uuid, clock);
    }

    @Bean
    EnterIncoming enterIncoming(UnitOfWork work, Clock clock) {
        return new EnterIncoming(work, clock);
    }

    @Bean
    SealDraft sealDraft(Drafts drafts, SealPdf sealing, Vault vault, Agencies agencies, Clock clock) {
        return new SealDraft(drafts, sealing, vault, agencies, clock);
    }
}
