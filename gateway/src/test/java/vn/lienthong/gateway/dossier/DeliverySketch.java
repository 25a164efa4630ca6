package vn.lienthong.gateway.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;

/** A copy drawn by hand: a document that waits for {@code so} (H01) at {@code sys-so}, made at {@link DossierSketch#NOW}. */
public final class DeliverySketch {

    private final DossierId dossier;
    private DeliveryId id = new DeliveryId(UUID.randomUUID());
    private MessageKind kind = MessageKind.EDOC;
    private String docId = "doc-" + id;
    private String code = "H01";
    private Optional<AgencyId> agency = Optional.of(Sketch.id("so"));
    private Optional<String> systemId = Optional.of("sys-so");
    private boolean push;
    private DeliveryState state = DeliveryState.WAITING;
    private int dispatch;
    private int attempts;
    private int failures;
    private int urgency;
    private Instant createdAt = DossierSketch.NOW;
    private Instant updatedAt = DossierSketch.NOW;
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<Instant> leaseUntil = Optional.empty();
    private Optional<Instant> handedOverAt = Optional.empty();
    private boolean taken;

    public DeliverySketch(DossierId dossier) {
        this.dossier = dossier;
    }

    /** The same copy, to be drawn on. */
    public static DeliverySketch of(Delivery d) {
        DeliverySketch sketch = new DeliverySketch(d.dossier());
        sketch.id = d.id();
        sketch.kind = d.kind();
        sketch.docId = d.docId();
        sketch.code = d.code().text();
        sketch.agency = d.agency();
        sketch.systemId = d.systemId();
        sketch.push = d.push();
        sketch.state = d.state();
        sketch.dispatch = d.dispatch();
        sketch.attempts = d.attempts();
        sketch.failures = d.failures();
        sketch.urgency = d.urgency();
        sketch.createdAt = d.createdAt();
        sketch.updatedAt = d.updatedAt();
        sketch.dueAt = d.dueAt();
        sketch.leaseUntil = d.leaseUntil();
        sketch.handedOverAt = d.handedOverAt();
        sketch.taken = d.taken();
        return sketch;
    }

    public DeliverySketch id(DeliveryId other) {
        id = other;
        return this;
    }

    public DeliverySketch kind(MessageKind other) {
        kind = other;
        return this;
    }

    public DeliverySketch docId(String other) {
        docId = other;
        return this;
    }

    public DeliverySketch to(String writtenCode, String leadsTo, String system) {
        code = writtenCode;
        agency = Optional.of(Sketch.id(leadsTo));
        systemId = Optional.of(system);
        return this;
    }

    /** A copy of which nobody knows where it goes. */
    public DeliverySketch nowhere() {
        agency = Optional.empty();
        systemId = Optional.empty();
        return state(DeliveryState.UNROUTED);
    }

    public DeliverySketch push(Instant due) {
        push = true;
        dueAt = Optional.of(due);
        return this;
    }

    public DeliverySketch state(DeliveryState now) {
        state = now;
        return this;
    }

    public DeliverySketch tried(int dispatched, int begun, int failed) {
        dispatch = dispatched;
        attempts = begun;
        failures = failed;
        return this;
    }

    public DeliverySketch urgency(int level) {
        urgency = level;
        return this;
    }

    public DeliverySketch at(Instant made) {
        createdAt = made;
        updatedAt = made;
        return this;
    }

    public DeliverySketch moved(Instant at) {
        updatedAt = at;
        return this;
    }

    public DeliverySketch leasedUntil(Instant end) {
        leaseUntil = Optional.of(end);
        return this;
    }

    public DeliverySketch handedOver(Instant at) {
        handedOverAt = Optional.of(at);
        return taken(true).state(DeliveryState.HANDED_OVER);
    }

    public DeliverySketch taken(boolean read) {
        taken = read;
        return this;
    }

    public Delivery delivery() {
        Sha256 digest = Sha256.of(docId.getBytes(StandardCharsets.UTF_8));
        return new Delivery(
                id,
                dossier,
                kind,
                docId,
                new AgencyCode("G01"),
                new AgencyCode(code),
                agency,
                systemId,
                push,
                state,
                dispatch,
                attempts,
                failures,
                urgency,
                new StoredBytes(digest, 5_000_000_000L),
                createdAt,
                updatedAt,
                dueAt,
                leaseUntil,
                handedOverAt,
                taken,
                "lý do");
    }
}
