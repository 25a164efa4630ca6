package vn.lienthong.routes.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.StillMay;
import vn.lienthong.gateway.desk.CheckReturned;
import vn.lienthong.gateway.desk.FetchHandOff;
import vn.lienthong.gateway.desk.HandOffs;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.desk.ReceiveSigned;
import vn.lienthong.gateway.desk.TakeBack;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.jdbc.PostgresHandOffs;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.DeskSeals;
import vn.lienthong.gateway.seal.SealJournal;
import vn.lienthong.gateway.signature.form.CheckSigned;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.SealDraftAtDesk;
import vn.lienthong.gateway.tray.StampAtDesk;
import vn.lienthong.gateway.tray.StampIncoming;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;
import vn.lienthong.routes.door.WrongAddresses;

/** Files that people sign with the tokens at their own desks. */
@Configuration(proxyBeanMethods = false)
class DeskWiring {

    @Bean
    @DependsOnDatabaseInitialization
    HandOffs handOffs(Jdbi jdbi) {
        return new PostgresHandOffs(jdbi);
    }

    @Bean
    OpenHandOff openHandOff(
            HandOffs handOffs,
            Vault vault,
            AccessEvents events,
            GatewayConfiguration configuration,
            SecureRandom random,
            Ids ids,
            Clock clock) {
        return new OpenHandOff(
                handOffs, vault, events, configuration.seal().desk().lifetime(), random, ids::uuid, clock);
    }

    @Bean
    FetchHandOff fetchHandOff(HandOffs handOffs, Clock clock) {
        return new FetchHandOff(handOffs, clock);
    }

    @Bean
    TakeBack takeBack(
            HandOffs handOffs,
            Vault vault,
            TrustInUse trust,
            List<ReceiveSigned> receivers,
            AccessEvents events,
            GatewayConfiguration configuration,
            Clock clock) {
        CheckReturned checking = new CheckReturned(
                vault,
                new CheckSigned(PdfLimits.standard()),
                (name, pdf, at) -> trust.pdf().verify(name, PdfBytes.of(pdf), at),
                configuration.seal().atOnce());
        return new TakeBack(handOffs, vault, checking, receivers, new TakeBack.Journal(events, clock));
    }

    @Bean
    DeskSeals deskSeals(AgencySeals seals, SealJournal journal) {
        return new DeskSeals(seals, journal);
    }

    @Bean
    StillMay stillMay(Accounts accounts, AccountMandates mandates) {
        return new StillMay(accounts, mandates);
    }

    @Bean
    SealDraftAtDesk sealDraftAtDesk(
            Drafts drafts, SealDraft sealing, DeskSeals seals, OpenHandOff opening, StillMay still) {
        return new SealDraftAtDesk(drafts, sealing, seals, opening, still);
    }

    @Bean
    StampAtDesk stampAtDesk(StampIncoming stamping, DeskSeals seals, OpenHandOff opening, Vault vault, StillMay still) {
        return new StampAtDesk(stamping, seals, opening, vault, still);
    }

    /** Places of its own: what comes back from desks waits for no agency's documents. */
    @Bean(defaultCandidate = false)
    SpoolBody returnedFromDesks(Vault vault, UploadLimits limits, GatewayConfiguration configuration) {
        return new SpoolBody(vault, limits.withPlaces(configuration.door().maxSeals()));
    }

    @Bean
    WrongAddresses wrongAddresses(GatewayConfiguration configuration) {
        return new WrongAddresses(configuration.seal().desk().wrongPerMinute());
    }
}
