package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.routes.platform.RunningGateway;

/** Puts a few documents into a running gateway, as the doors and flows would have left them. */
final class SampleStories {

    static final byte[] PACKET = "<edXML>7816</edXML>".getBytes(StandardCharsets.UTF_8);

    private final RunningGateway gateway;
    private final Instant now;
    private final StoredBytes bytes;
    private final AgencyId sender;

    /** Delivered to one, given up for another; signed, answered. */
    final Dossier travelled;

    /** Held for an operator. */
    final Dossier held;

    /** Accepted, but one recipient's body was split. */
    final Dossier undecided;

    /** Given up for its only recipient. */
    final Dossier failed;

    /** A status that fits no document. */
    final long unplaced;

    SampleStories(RunningGateway gateway) {
        this.gateway = gateway;
        this.now = gateway.part(Clock.class).instant();
        this.bytes = keep(gateway.part(Vault.class));
        this.sender = agency("G22");
        register();
        this.travelled = travelled();
        this.held = held();
        this.undecided = undecided();
        this.failed = failed();
        this.unplaced = unplaced();
        turnedAway();
    }

    private long unplaced() {
        Status read = accepted(Sample.accepted("7816")
                .copy(
                        "H26",
                        DeliveryState.HANDED_OVER,
                        false,
                        0,
                        Optional.of(agency("H26")),
                        Optional.of("qlvb.hanoi")));
        Status unread = new Status(
                0,
                Optional.empty(),
                read.fromCode(),
                read.from(),
                read.addresseeCode(),
                read.addressee(),
                "không rõ",
                "06",
                "Hoàn thành",
                "",
                Optional.empty(),
                now,
                new StoredBytes(Sha256.of(new byte[] {6}), 1),
                "qlvb.hanoi",
                "status-2",
                "mã không đọc được");
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.statuses().add(unread))
                .orElseThrow()
                .id();
    }

    private AgencyId agency(String code) {
        return gateway.part(Agencies.class)
                .current()
                .resolve(new AgencyCode(code), now, now)
                .destination()
                .orElseThrow();
    }

    private void register() {
        Systems systems = gateway.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        "qlvb.hanoi",
                        "Quản lý văn bản Hà Nội",
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                "not a secret that matters".getBytes(StandardCharsets.UTF_8));
        systems.grant("qlvb.hanoi", new Mandate(agency("H26"), Right.COLLECT, now.minusSeconds(60), Optional.empty()));
    }

    private Dossier travelled() {
        Sample sample =
                Sample.accepted("7816").in(sender, bytes, VerificationViewTest.reports(), now.minusSeconds(3_600));
        Delivery delivered = sample.copy(
                "H26", DeliveryState.HANDED_OVER, false, 0, Optional.of(agency("H26")), Optional.of("qlvb.hanoi"));
        Delivery dead =
                sample.copy("H57", DeliveryState.DEAD, true, 2, Optional.of(agency("H57")), Optional.of("qlvb.hue"));
        return record(sample, List.of(delivered, dead), transaction -> {
            attempt(transaction, dead, 1);
            attempt(transaction, dead, 2);
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            now,
                            "DELIVERY_DEAD",
                            Optional.of(dead.dossier()),
                            Optional.of(dead.id()),
                            "Không giao được văn bản cho H57 sau 2 lần thử (HTTP 503). Sửa nguyên nhân rồi bấm"
                                    + " Gửi lại."));
            note(transaction, delivered, EvidenceEvent.CONTENT_HANDOVER, "AXIS:qlvb.hanoi");
            note(transaction, dead, EvidenceEvent.CONTENT_HANDOVER_FAILURE, "gateway");
            transaction.statuses().add(accepted(delivered));
            transaction
                    .entries()
                    .append(
                            delivered.dossier(),
                            now,
                            EvidenceEvent.STATUS_RECEIVED,
                            "AXIS:qlvb.hanoi",
                            Facts.with("code", "03")
                                    .and("from", "H26")
                                    .and("staff", "Lê Thị Văn Thư")
                                    .json());
        });
    }

    private Dossier held() {
        String reason = "SIGNATURE_UNTRUSTED 7817.pdf: chứng thư không thuộc gốc tin cậy";
        Sample sample = Sample.held("7817", Hold.OPERATOR, reason).in(sender, bytes, "[]", now.minusSeconds(1_800));
        Delivery copy =
                sample.copy("H26", DeliveryState.HELD, false, 0, Optional.of(agency("H26")), Optional.of("qlvb.hanoi"));
        return record(sample, List.of(copy), transaction -> {});
    }

    private Dossier undecided() {
        Sample sample = Sample.accepted("7818").in(sender, bytes, "[]", now.minusSeconds(600));
        Delivery copy = sample.copy("H26.99", DeliveryState.HELD, false, 0, Optional.empty(), Optional.empty());
        return record(sample, List.of(copy), transaction -> {});
    }

    private Dossier failed() {
        Sample sample = Sample.accepted("7819").in(sender, bytes, "[]", now.minusSeconds(300));
        Delivery copy =
                sample.copy("H57", DeliveryState.DEAD, true, 40, Optional.of(agency("H57")), Optional.of("qlvb.hue"));
        return record(sample, List.of(copy), transaction -> {});
    }

    private void turnedAway() {
        gateway.part(Refusals.class)
                .add(new Refusals.Refusal(
                        now,
                        Channel.AXIS,
                        "unknown.system",
                        "10.0.0.9",
                        "",
                        Optional.empty(),
                        List.of(Finding.error(
                                ErrorCode.PACKET_TRUNCATED, "14:3", "gói tin: hết ở dòng 14 (expected: </edXML>)"))));
    }

    private interface More {
        void write(Transaction transaction);
    }

    private Dossier record(Sample sample, List<Delivery> copies, More more) {
        Dossier dossier = sample.dossier();
        gateway.part(UnitOfWork.class).inTransaction(transaction -> {
            transaction.dossiers().add(dossier);
            transaction.deliveries().add(copies);
            transaction
                    .dossiers()
                    .addRecipients(
                            dossier.id(),
                            copies.stream()
                                    .map(copy -> Sample.recipient(
                                            copy, "Cơ quan " + copy.code(), "Đang hoạt động: [" + copy.code() + "]"))
                                    .toList());
            transaction
                    .entries()
                    .append(
                            dossier.id(),
                            dossier.receivedAt(),
                            EvidenceEvent.SUBMISSION_ACCEPTANCE,
                            "AXIS:" + dossier.systemId(),
                            Facts.with("documentId", dossier.key().documentId())
                                    .and("state", dossier.state())
                                    .and("bytes", dossier.bytes().digest().hex())
                                    .json());
            more.write(transaction);
            return dossier;
        });
        return dossier;
    }

    private void attempt(Transaction transaction, Delivery delivery, int dispatch) {
        transaction
                .deliveries()
                .addAttempt(new Attempt(
                        delivery.id(),
                        dispatch,
                        now.minusSeconds(900L / dispatch),
                        Optional.of(now.minusSeconds(890L / dispatch)),
                        "node-a",
                        "FAILED",
                        "HTTP 503"));
    }

    private void note(Transaction transaction, Delivery delivery, EvidenceEvent event, String actor) {
        transaction
                .entries()
                .append(
                        delivery.dossier(),
                        now,
                        event,
                        actor,
                        Facts.with("delivery", delivery.id())
                                .and("recipient", delivery.code().text())
                                .and("state", delivery.state())
                                .and("reason", delivery.reason())
                                .json());
    }

    private Status accepted(Delivery delivery) {
        return new Status(
                0,
                Optional.of(delivery.dossier()),
                delivery.code(),
                delivery.agency(),
                new AgencyCode("G22"),
                Optional.of(sender),
                "G22,2025/08/01,7816",
                "03",
                "Văn thư đã tiếp nhận",
                "Lê Thị Văn Thư",
                Optional.of(now),
                now,
                bytes,
                "qlvb.hanoi",
                "status-1",
                "");
    }

    private static StoredBytes keep(Vault vault) {
        try (Spool spool = vault.open()) {
            spool.write(PACKET);
            StoredBytes kept = spool.keep();
            vault.sync(kept);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
