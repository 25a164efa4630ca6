package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.InheritMandates;
import vn.lienthong.gateway.access.InheritingSystems;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.admission.Admission;
import vn.lienthong.gateway.admission.Policy;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.DirectorySeed;
import vn.lienthong.gateway.delivery.BackOff;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverDocument;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.delivery.Node;
import vn.lienthong.gateway.delivery.OperatorCommands;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.delivery.RelayDue;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.delivery.SenderSide;
import vn.lienthong.gateway.delivery.Sweep;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.FileVault;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.SweepVault;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.dossier.reception.ApplyBusiness;
import vn.lienthong.gateway.dossier.reception.CheckSubmission;
import vn.lienthong.gateway.dossier.reception.DecideSubmission;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.dossier.reception.JoinStatus;
import vn.lienthong.gateway.dossier.reception.LinkLineage;
import vn.lienthong.gateway.dossier.reception.MatchSeals;
import vn.lienthong.gateway.dossier.reception.PlanDeliveries;
import vn.lienthong.gateway.dossier.reception.ReadSubmission;
import vn.lienthong.gateway.dossier.reception.RecordDocument;
import vn.lienthong.gateway.dossier.reception.RecordStatus;
import vn.lienthong.gateway.dossier.reception.RecordSubmission;
import vn.lienthong.gateway.dossier.reception.ResolveAnew;
import vn.lienthong.gateway.dossier.reception.ResolveSubmission;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresCounts;
import vn.lienthong.gateway.jdbc.PostgresReferences;
import vn.lienthong.gateway.jdbc.PostgresRefusals;
import vn.lienthong.gateway.jdbc.PostgresRegistrationRequests;
import vn.lienthong.gateway.jdbc.PostgresSealedSecrets;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.jdbc.PostgresVault;
import vn.lienthong.gateway.packet.AddHop;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.check.PacketChecks;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.routes.flow.DeliverDispatch;
import vn.lienthong.routes.flow.DeliveryQueues;
import vn.lienthong.routes.flow.Reception;
import vn.lienthong.routes.flow.ReceptionGate;

/** The domain, put together in the order in which a document meets it. */
@Configuration(proxyBeanMethods = false)
class DomainWiring {

    /** Attachments of one packet up to this size in all are examined in memory. */
    private static final int ATTACHMENT_MEMORY_BYTES = 8 * 1024 * 1024;

    // --- stores ---------------------------------------------------------------------------------------------------

    @Bean(destroyMethod = "close")
    ExecutorService syncing() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Files beside an embedded database; chunks in an external one, which several nodes may share. */
    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(GatewayConfiguration configuration, DataFolder data, Jdbi jdbi, Ids ids, ExecutorService syncing)
            throws IOException {
        return configuration.database().external() != null
                ? new PostgresVault(jdbi, ids::uuid)
                : new FileVault(data.root().resolve("vault"), syncing);
    }

    @Bean
    SweepVault sweepVault(Vault vault, Jdbi jdbi, GatewayConfiguration configuration) {
        return new SweepVault(
                vault, new PostgresReferences(jdbi), configuration.vault().limits());
    }

    @Bean
    @DependsOnDatabaseInitialization
    UnitOfWork unitOfWork(Jdbi jdbi) {
        return new PostgresUnitOfWork(jdbi);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Counts counts(Jdbi jdbi) {
        return new PostgresCounts(jdbi);
    }

    @Bean
    Refusals refusals(Jdbi jdbi) {
        return new PostgresRefusals(jdbi);
    }

    @Bean
    RegistrationRequests registrationRequests(Jdbi jdbi) {
        return new PostgresRegistrationRequests(jdbi);
    }

    @Bean
    SecretBox secretBox(GatewayConfiguration configuration, ObjectProvider<Jdbi> jdbi) {
        // The database is asked only where there is no key: else the key is derived while the database starts.
        return MasterKeySecretBox.of(
                configuration.masterKeyFile(), () -> new PostgresSealedSecrets(jdbi.getObject()).count());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Systems systems(Jdbi jdbi, SecretBox box, InheritMandates inheriting) {
        return new InheritingSystems(new PostgresSystems(jdbi, box), inheriting);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Agencies agencies(Jdbi jdbi, Clock clock) {
        Agencies agencies = new PostgresAgencies(jdbi);
        DirectorySeed.plantIfEmpty(agencies, clock.instant());
        return agencies;
    }

    @Bean
    Ids ids(SecureRandom random) {
        return new Ids(random);
    }

    // --- delivery -------------------------------------------------------------------------------------------------

    @Bean
    Reroute reroute(Agencies agencies, Routing routing) {
        return new Reroute(agencies, routing);
    }

    @Bean
    vn.lienthong.gateway.delivery.DeliverySettings deliveryLimits(GatewayConfiguration configuration) {
        return configuration.delivery().limits(configuration.door());
    }

    @Bean
    OutgoingBytes outgoingBytes(Vault vault, UnitOfWork work) {
        return new OutgoingBytes(vault, work);
    }

    @Bean
    CollectDocuments collectDocuments(
            UnitOfWork work, vn.lienthong.gateway.delivery.DeliverySettings settings, Clock clock) {
        return new CollectDocuments(work, settings, clock);
    }

    @Bean
    FindSent findSent(
            UnitOfWork work, SenderSide side, vn.lienthong.gateway.delivery.DeliverySettings settings, Clock clock) {
        return new FindSent(work, side, settings, clock);
    }

    @Bean
    DeliverDocument deliverDocument(
            UnitOfWork work,
            Systems systems,
            Reroute reroute,
            Pusher pusher,
            RandomGenerator jitter,
            vn.lienthong.gateway.delivery.DeliverySettings settings,
            Node node) {
        return new DeliverDocument(work, systems, reroute, pusher, new BackOff(settings, jitter), settings, node);
    }

    @Bean
    Node node(Clock clock, Ids ids) {
        return new Node(ids.docId().substring(0, 8), clock);
    }

    @Bean
    DeliverDispatch deliverDispatch(DeliverDocument delivering) {
        return new DeliverDispatch(delivering);
    }

    @Bean
    DeliveryQueues deliveryQueues(CamelContext camel, ProducerTemplate producer) {
        return new DeliveryQueues(camel, producer);
    }

    @Bean
    RelayDue relayDue(
            UnitOfWork work,
            DeliveryQueues queues,
            vn.lienthong.gateway.delivery.DeliverySettings settings,
            Clock clock) {
        return new RelayDue(work, queues, settings, clock);
    }

    @Bean
    Sweep sweep(
            UnitOfWork work, Reroute reroute, vn.lienthong.gateway.delivery.DeliverySettings settings, Clock clock) {
        return new Sweep(work, reroute, settings, clock);
    }

    @Bean
    OperatorCommands operatorCommands(
            UnitOfWork work, Agencies agencies, Reroute reroute, LinkLineage lineage, JoinStatus joining, Clock clock) {
        return new OperatorCommands(work, agencies, reroute, lineage::released, joining::waited, clock);
    }

    // --- reception ------------------------------------------------------------------------------------------------

    @Bean
    PacketReader packetReader(GatewayConfiguration configuration) {
        return new PacketReader(configuration.packet().limits());
    }

    @Bean
    LinkLineage linkLineage(Agencies agencies, Vault vault, PacketReader reader) {
        return new LinkLineage(agencies, new ApplyBusiness(vault, reader));
    }

    @Bean
    RecordSubmission.Recorders recorders(
            Agencies agencies,
            Reroute reroute,
            LinkLineage lineage,
            JoinStatus joining,
            ChooseOpinions opinions,
            Refusals refusals,
            Ids ids,
            Clock clock) {
        return new RecordSubmission.Recorders(
                new RecordDocument(new PlanDeliveries(agencies, reroute, ids), lineage, joining, opinions, ids, clock),
                new RecordStatus(new MatchStatus(agencies), joining, ids, clock),
                refusals);
    }

    @Bean
    ReadSubmission readSubmission(Vault vault, PacketReader reader, GatewayConfiguration configuration) {
        return new ReadSubmission(
                vault, reader, new AddHop(configuration.gateway().code()));
    }

    @Bean
    CheckSubmission checkSubmission(GatewayConfiguration configuration) {
        GatewaySettings own = configuration.gateway();
        return new CheckSubmission(PacketChecks.all().withLoops(own.code(), own.maxHops()));
    }

    @Bean
    Reception.Steps receptionSteps(
            Vault vault,
            ReadSubmission reading,
            CheckSubmission checking,
            VerifySubmission verifying,
            Agencies agencies,
            UnitOfWork work,
            RecordSubmission.Recorders recorders,
            Routing routing,
            Clock clock) {
        ResolveSubmission resolving = new ResolveSubmission(agencies, routing, clock);
        MatchSeals matching = new MatchSeals(agencies, clock);
        DecideSubmission deciding = new DecideSubmission(new Admission(Policy.defaults()), work, agencies);
        return new Reception.Steps(
                reading,
                checking,
                verifying,
                resolving,
                matching,
                deciding,
                new RecordSubmission(
                        vault, work, new ResolveAnew(agencies, resolving, matching), deciding, recorders, clock));
    }

    @Bean
    ReceptionGate receptionGate(ProducerTemplate producer, DataFolder data) throws IOException {
        Path scratch = data.root().resolve("scratch");
        // What lies there was being examined when an earlier process went down; the folder's lock says that it did.
        FolderTree.delete(scratch);
        Files.createDirectories(scratch);
        return new ReceptionGate(producer, scratch, ATTACHMENT_MEMORY_BYTES);
    }
}
