package vn.lienthong.gateway.dossier.reception;

import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.admission.Admission;
import vn.lienthong.gateway.admission.Policy;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.delivery.BackOff;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverDocument;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.Dispatch;
import vn.lienthong.gateway.delivery.Node;
import vn.lienthong.gateway.delivery.OperatorCommands;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.delivery.RelayDue;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.delivery.Sweep;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.jdbc.PostgresStores;
import vn.lienthong.gateway.packet.AddHop;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.gateway.status.Status;

/**
 * The whole domain on stores of either kind, with a hand-made directory, a clock that stands still until it is moved, a queue
 * that records and a pusher that answers as it is told.
 *
 * <p>Agencies: {@code bo} (G01) sends; {@code so} (H01) and {@code phong} (H02) collect; {@code xa} (H03) is pushed to;
 * {@code moi} (H05) is the successor of {@code cu} (H04); {@code vang} (H06) has no system; {@code chia} (H07) was split;
 * {@code la} (G02) is a stranger.
 */
public final class Station implements AutoCloseable {

    /** The gateway's own code. */
    public static final String CODE = "001.00.20.TT2";

    public static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

    public final MovableClock clock = new MovableClock(NOW);
    public final SketchedAgencies agencies = new SketchedAgencies(directory().directory());
    public final List<Dispatch> queue = new ArrayList<>();
    public final DeliverySettings settings = DeliverySettings.defaults();
    public final Stores stores;
    public final UnitOfWork work;
    public final Systems systems;
    public final Vault vault;
    public final Ids ids = new Ids(new Random());
    public final Reroute reroute;
    public final LinkLineage lineage;
    public final CollectDocuments collecting;
    public final RelayDue relay;
    public final Sweep sweep;
    public final OperatorCommands operator;
    public final Refusals refusals;
    public final JoinStatusByHand byHand;
    private final PacketReader reader = new PacketReader(PacketLimits.defaults());
    private final MatchStatus matching;
    private final JoinStatus joining;
    private final ResolveSubmission resolving;
    private final DecideSubmission deciding;
    private final RecordSubmission recording;

    /** On a database that the test closes. */
    public Station(Jdbi jdbi) {
        this(PostgresStores.in(jdbi));
    }

    /** On stores that are closed with the station; nobody is asked for a second opinion. */
    public Station(Stores stores) {
        this(stores, ChooseOpinions.none());
    }

    /** As {@link #Station(Stores)}, with documents that wait for a second opinion. */
    public Station(Stores stores, ChooseOpinions opinions) {
        this.stores = stores;
        agencies.keepIn(stores);
        work = stores.work();
        systems = stores.systems();
        vault = stores.vault();
        refusals = stores.refusals();
        Routing routing = new Routing(systems);
        reroute = new Reroute(agencies, routing);
        lineage = new LinkLineage(agencies, new ApplyBusiness(vault, reader));
        collecting = new CollectDocuments(work, settings, clock);
        relay = new RelayDue(work, (system, dispatch) -> queue.add(dispatch), settings, clock);
        sweep = new Sweep(work, reroute, settings, clock);
        resolving = new ResolveSubmission(agencies, routing, clock);
        deciding = new DecideSubmission(new Admission(Policy.defaults()), work, agencies);
        matching = new MatchStatus(agencies);
        joining = new JoinStatus(matching, reroute, agencies, ids);
        operator = new OperatorCommands(work, agencies, reroute, lineage::released, joining::waited, clock);
        byHand = new JoinStatusByHand(work, matching, joining, clock);
        recording = new RecordSubmission(
                vault,
                work,
                new ResolveAnew(agencies, resolving, new MatchSeals(agencies, clock)),
                deciding,
                new RecordSubmission.Recorders(
                        new RecordDocument(
                                new PlanDeliveries(agencies, reroute, ids), lineage, joining, opinions, ids, clock),
                        new RecordStatus(matching, joining, ids, clock),
                        refusals),
                clock);
        system("sys-so", Optional.empty(), "so", "chia");
        system("sys-phong", Optional.empty(), "phong");
        system("sys-xa", Optional.of("https://xa.example/in"), "xa");
        system("sys-moi", Optional.empty(), "moi", "cu");
        system("sys-bo", Optional.empty(), "bo");
        system("sys-la", Optional.empty(), "la");
    }

    public static Sketch directory() {
        return new Sketch()
                .agency("bo", "2020-01-01", "")
                .code("G01", "bo", "2020-01-01", "")
                .agency("la", "2020-01-01", "")
                .code("G02", "la", "2020-01-01", "")
                .agency("so", "2020-01-01", "")
                .code("H01", "so", "2020-01-01", "")
                .agency("phong", "2020-01-01", "")
                .code("H02", "phong", "2020-01-01", "")
                .agency("xa", "2020-01-01", "")
                .code("H03", "xa", "2020-01-01", "")
                .agency("cu", "2020-01-01", "2025-07-01")
                .code("H04", "cu", "2020-01-01", "2025-07-01")
                .agency("moi", "2025-07-01", "")
                .code("H05", "moi", "2025-07-01", "")
                .whole("cu", "moi", "2025-07-01")
                .agency("vang", "2020-01-01", "")
                .code("H06", "vang", "2020-01-01", "")
                .agency("chia", "2020-01-01", "2025-07-01")
                .code("H07", "chia", "2020-01-01", "2025-07-01")
                .part("chia", "so", "2025-07-01")
                .part("chia", "phong", "2025-07-01");
    }

    /** A system with every right of its agencies. */
    public void system(String systemId, Optional<String> push, String... agencies) {
        systems.save(
                new ReceivingSystem(
                        systemId,
                        systemId,
                        CallerKind.AGENCY,
                        Duration.ofHours(24),
                        List.of(),
                        Optional.empty(),
                        push.map(to -> new PushTarget(URI.create(to), PushForm.REST)),
                        true),
                new byte[] {1, 2, 3});
        for (String agency : agencies) {
            for (Right right : List.of(Right.SEND, Right.COLLECT, Right.STATUS)) {
                systems.grant(systemId, new Mandate(id(agency), right, day("2020-01-01"), Optional.empty()));
            }
        }
    }

    /** A peer that documents are pushed to, and that carries what is named; nothing named makes it the default route. */
    public void neighbour(String systemId, String... carried) {
        systems.save(
                new ReceivingSystem(
                        systemId,
                        systemId,
                        CallerKind.PEER,
                        Duration.ofHours(24),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new PushTarget(
                                URI.create("https://" + systemId + ".example/XrdAdapter/adapter"), PushForm.AXIS)),
                        true),
                new byte[] {1, 2, 3});
        List<AgencyId> agencies = carried.length == 0
                ? List.of(Mandate.BEYOND)
                : Arrays.stream(carried).map(Sketch::id).toList();
        agencies.forEach(agency ->
                systems.grant(systemId, new Mandate(agency, Right.TRANSIT, day("2020-01-01"), Optional.empty())));
    }

    public Caller caller(String systemId) {
        return new Caller(systemId, systems.find(systemId).orElseThrow().kind(), systems.mandates(systemId));
    }

    public DeliverDocument deliverer(Function<Delivery, PushOutcome> answering) {
        Pusher pusher = (system, delivery) -> answering.apply(delivery);
        BackOff backOff = new BackOff(settings, new Random(7));
        return new DeliverDocument(work, systems, reroute, pusher, backOff, settings, new Node("node-1", clock));
    }

    /** Puts a message through reception, from the bytes in the vault to the record. */
    public ReceptionAnswer receive(Message message, String systemId, String... to) {
        return recording.record(decide(message, systemId, to));
    }

    public ReceptionAnswer.Taken take(Message message, String... to) {
        return (ReceptionAnswer.Taken) receive(message, "sys-bo", to);
    }

    public ReceptionAnswer record(Decision decision) {
        return recording.record(decision);
    }

    /** Everything up to the decision, nothing on record yet. */
    public Decision decide(Message message, String systemId, String... to) {
        return decide(message, systemId, List.of(), to);
    }

    public Decision decide(Message message, String systemId, List<Finding> findings, String... to) {
        return decide(message, systemId, read -> read.with(findings), to);
    }

    /** With whatever a test puts between reading and resolving. */
    public Decision decide(Message message, String systemId, UnaryOperator<Examination> between, String... to) {
        MessageKind kind = message instanceof Packet ? MessageKind.EDOC : MessageKind.STATUS;
        return decide(between.apply(examine(written(message), kind, systemId, to)));
    }

    /** From what is known of a packet to the decision. */
    public Decision decide(Examination examination) {
        return deciding.decide(resolving.resolve(examination));
    }

    /** What reading finds in the bytes, which lie in the vault from then on. */
    public Examination examine(byte[] packet, MessageKind kind, String systemId, String... to) {
        return examine(Channel.AXIS, packet, kind, systemId, to);
    }

    /** What a neighbour had waiting for us, from the bytes to the record. */
    public ReceptionAnswer fetch(Message message, String systemId, String... to) {
        MessageKind kind = message instanceof Packet ? MessageKind.EDOC : MessageKind.STATUS;
        return recording.record(decide(examine(Channel.LINK, written(message), kind, systemId, to)));
    }

    /** A person's status about the document looked at, from the bytes to the record. */
    public ReceptionAnswer answer(Message status, String asSystem, DossierId document) {
        try (SpooledAttachments none = new SpooledAttachments(Path.of("never-used"), Integer.MAX_VALUE)) {
            Caller person = Caller.person("an", systems.mandates(asSystem));
            Submission submission = Submission.answering(document, keep(written(status)), person, clock.instant());
            return recording.record(
                    decide(new ReadSubmission(vault, reader, new AddHop(CODE)).read(Examination.of(submission, none))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Examination examine(Channel channel, byte[] packet, MessageKind kind, String systemId, String... to) {
        try (SpooledAttachments attachments = new SpooledAttachments(Path.of("never-used"), Integer.MAX_VALUE)) {
            Submission submission = new Submission(
                    keep(packet),
                    kind,
                    channel,
                    caller(systemId),
                    Optional.empty(),
                    Arrays.stream(to).map(AgencyCode::new).toList(),
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant());
            return new ReadSubmission(vault, reader, new AddHop(CODE)).read(Examination.of(submission, attachments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] written(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PacketWriter().write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private StoredBytes keep(byte[] packet) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(packet);
            return spool.keep();
        }
    }

    public <T> T read(Function<Transaction, T> reading) {
        return work.inTransaction(reading);
    }

    public List<Entry> entries(DossierId dossier) {
        return read(t -> t.entries().of(dossier));
    }

    public List<Status> statuses(DossierId dossier) {
        return read(t -> t.statuses().of(dossier));
    }

    public List<Status> unmatched() {
        return read(t -> t.statuses().unmatched(10));
    }

    public List<Alerts.Alert> alerts() {
        return read(t -> t.alerts().open(10));
    }

    public List<Dossier> lineageOf(DossierId dossier) {
        return read(t -> t.dossiers().lineage(dossier));
    }

    public List<Delivery> copies(DossierId dossier) {
        return read(t -> t.deliveries().of(dossier)).stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .toList();
    }

    /** The one copy for the recipient that the sender wrote so. */
    public Delivery copy(DossierId dossier, String code) {
        return copies(dossier).stream()
                .filter(delivery -> delivery.code().text().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public Dossier dossier(DossierId id) {
        return read(t -> t.dossiers().find(id)).orElseThrow();
    }

    @Override
    public void close() {
        stores.close();
    }
}
