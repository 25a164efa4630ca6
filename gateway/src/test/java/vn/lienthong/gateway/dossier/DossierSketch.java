package vn.lienthong.gateway.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;

/** A dossier drawn by hand: a new letter of {@code bo} (G01), accepted at {@link #NOW}, unless it is said otherwise. */
public final class DossierSketch {

    /** With the microseconds that a store keeps. */
    public static final Instant NOW = Instant.parse("2026-11-02T03:00:00.123456Z");

    private final DossierId id = new DossierId(UUID.randomUUID());
    private final String documentId;
    private String sender = "bo";
    private String senderCode = "G01";
    private BusinessAction action = BusinessAction.NEW;
    private String target = "";
    private String version = "";
    private String senderDocId = "sent-" + id;
    private DossierState state = DossierState.ACCEPTED;
    private Set<Mark> marks = Set.of();
    private Optional<Hold> hold = Optional.empty();
    private DocumentFacts facts = new DocumentFacts("", "", "", "", Optional.empty(), "", 0);
    private Instant receivedAt = NOW;
    private List<Recipient> recipients = List.of();

    public DossierSketch(String documentId) {
        this.documentId = documentId;
    }

    public DossierSketch from(String agency, String code) {
        sender = agency;
        senderCode = code;
        return this;
    }

    public DossierSketch acting(BusinessAction does, String on, String as) {
        action = does;
        target = on;
        version = as;
        return this;
    }

    public DossierSketch answered(String docId) {
        senderDocId = docId;
        return this;
    }

    public DossierSketch state(DossierState now) {
        state = now;
        return this;
    }

    public DossierSketch held(Hold by) {
        hold = Optional.of(by);
        return state(DossierState.HELD);
    }

    public DossierSketch marked(Mark... all) {
        marks = EnumSet.copyOf(Arrays.asList(all));
        return this;
    }

    public DossierSketch about(String number, String notation, String subject) {
        facts = new DocumentFacts(
                number, notation, "Công văn", subject, Optional.of(LocalDate.of(2026, 11, 1)), "Nguyễn Văn A", 2);
        return this;
    }

    public DossierSketch at(Instant received) {
        receivedAt = received;
        return this;
    }

    /** Recipients that no delivery answers for yet. */
    public DossierSketch to(String... codes) {
        recipients = Arrays.stream(codes).map(DossierSketch::recipient).toList();
        return this;
    }

    public static Recipient recipient(String code) {
        return new Recipient(new AgencyCode(code), "Nơi nhận " + code, "resolved", Optional.empty());
    }

    public DossierId id() {
        return id;
    }

    public Dossier dossier() {
        Sha256 digest = Sha256.of(documentId.getBytes(StandardCharsets.UTF_8));
        return new Dossier(
                id,
                new DocumentKey(Sketch.id(sender), new DocumentId(documentId), action, target, version),
                id,
                new AgencyCode(senderCode),
                "Bộ gửi",
                senderDocId,
                "sys-" + sender,
                Channel.AXIS,
                digest,
                new StoredBytes(digest, 5_000_000_000L),
                state,
                marks,
                hold,
                "",
                facts,
                7,
                "[]",
                "[{\"chữ ký\":1}]",
                receivedAt,
                recipients);
    }
}
