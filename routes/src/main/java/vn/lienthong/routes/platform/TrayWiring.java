package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.OperatorCommands;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.PreviewSubmission;
import vn.lienthong.gateway.jdbc.PostgresAccountMandates;
import vn.lienthong.gateway.jdbc.PostgresDrafts;
import vn.lienthong.gateway.jdbc.PostgresTrays;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.tray.DecideHeld;
import vn.lienthong.gateway.tray.DraftPacket;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.gateway.tray.ReadProposals;
import vn.lienthong.gateway.tray.TakeForReading;
import vn.lienthong.gateway.tray.Trays;
import vn.lienthong.gateway.tray.WriteStatus;
import vn.lienthong.routes.flow.Reception;

/** What the trays of clerks stand on. */
@Configuration(proxyBeanMethods = false)
class TrayWiring {

    /** Files of one packet up to this size in all are looked at in memory. */
    private static final int ATTACHMENT_MEMORY_BYTES = 2 * 1024 * 1024;

    /** A PDF beyond this size is scans, with no text to read. */
    private static final long LARGEST_PROPOSING_BYTES = 20L * 1024 * 1024;

    private static final long LARGEST_UNFOLDED_BYTES = 64L * 1024 * 1024;
    private static final int PROPOSERS = 2;

    @Bean
    @DependsOnDatabaseInitialization
    AccountMandates accountMandates(Jdbi jdbi) {
        return new PostgresAccountMandates(jdbi);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Trays trays(Jdbi jdbi) {
        return new PostgresTrays(jdbi);
    }

    @Bean
    TakeForReading takeForReading(UnitOfWork work, CollectDocuments collecting, Clock clock) {
        return new TakeForReading(work, collecting, clock);
    }

    @Bean
    DecideHeld decideHeld(UnitOfWork work, OperatorCommands commands) {
        return new DecideHeld(work, commands);
    }

    @Bean
    WriteStatus writeStatus(Vault vault, Agencies agencies) {
        return new WriteStatus(new WritePacket(vault), agencies);
    }

    /** For what is open while somebody looks at it. */
    @Bean
    TrayScratch trayScratch(DataFolder data) throws IOException {
        Path folder = data.root().resolve("tray");
        // What lies there was open when an earlier process went down; the folder's lock says that it did.
        FolderTree.delete(folder);
        Files.createDirectories(folder);
        return new TrayScratch(folder);
    }

    record TrayScratch(Path folder) {}

    @Bean
    ReadAttachments readAttachments(Vault vault, PacketReader reader, TrayScratch scratch) {
        return new ReadAttachments(vault, reader, scratch.folder(), ATTACHMENT_MEMORY_BYTES);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Drafts drafts(Jdbi jdbi) {
        return new PostgresDrafts(jdbi);
    }

    @Bean
    HandInDraft handInDraft(
            Agencies agencies, Vault vault, WritePacket writing, Reception.Steps steps, TrayScratch scratch) {
        PreviewSubmission previewing = new PreviewSubmission(
                steps.read(), steps.check(), steps.verify(), steps.resolve(), steps.match(), steps.decide());
        return new HandInDraft(
                new DraftPacket(agencies, vault),
                writing,
                new WritePacket(vault),
                previewing,
                scratch.folder(),
                ATTACHMENT_MEMORY_BYTES);
    }

    /** Its threads end with the gateway. */
    record Proposers(ExecutorService threads) implements AutoCloseable {
        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** No queue: who finds all of them busy gets no proposals, and types. */
    @Bean
    Proposers proposers() {
        return new Proposers(new ThreadPoolExecutor(
                0,
                PROPOSERS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("proposing-", 0).factory()));
    }

    @Bean
    ReadProposals readProposals(Vault vault, Proposers proposers, GatewayConfiguration configuration) {
        return new ReadProposals(
                vault,
                proposers.threads(),
                new ReadProposals.Limits(
                        LARGEST_PROPOSING_BYTES,
                        LARGEST_UNFOLDED_BYTES,
                        configuration.tray().proposalTime()));
    }
}
