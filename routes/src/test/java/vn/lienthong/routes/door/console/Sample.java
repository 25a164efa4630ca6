package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;

/** A document of the Government Office and copies of it, to be varied by tests. */
record Sample(
        String number,
        BusinessAction action,
        AgencyId sender,
        DossierState state,
        Optional<Hold> hold,
        String holdReason,
        Set<Mark> marks,
        StoredBytes bytes,
        String verification,
        Instant receivedAt) {

    static final AgencyId SOMEBODY = new AgencyId(new UUID(1, 1));
    static final Instant TIME = Instant.parse("2025-08-01T02:30:00Z");
    static final StoredBytes NO_BYTES = new StoredBytes(Sha256.of(new byte[0]), 0);

    static Sample accepted(String number) {
        return new Sample(
                number,
                BusinessAction.NEW,
                SOMEBODY,
                DossierState.ACCEPTED,
                Optional.empty(),
                "",
                Set.of(),
                NO_BYTES,
                "[]",
                TIME);
    }

    static Sample held(String number, Hold hold, String reason) {
        return new Sample(
                number,
                BusinessAction.NEW,
                SOMEBODY,
                DossierState.HELD,
                Optional.of(hold),
                reason,
                Set.of(),
                NO_BYTES,
                "[]",
                TIME);
    }

    Sample refused(String reason) {
        return new Sample(
                number, action, sender, DossierState.REFUSED, hold, reason, marks, bytes, verification, receivedAt);
    }

    Sample recalling() {
        return new Sample(
                number,
                BusinessAction.REVOKE,
                sender,
                state,
                hold,
                holdReason,
                EnumSet.of(Mark.WAITS_FOR_TARGET),
                bytes,
                verification,
                receivedAt);
    }

    /** As it stands in a running gateway. */
    Sample in(AgencyId from, StoredBytes kept, String reports, Instant now) {
        return new Sample(number, action, from, state, hold, holdReason, marks, kept, reports, now);
    }

    Dossier dossier() {
        DossierId id = new DossierId(UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String target = action == BusinessAction.NEW ? "" : "G22,2025/07/28,7000/VPCP-TTĐT";
        return new Dossier(
                id,
                new DocumentKey(sender, new DocumentId("G22,2025/08/01," + number), action, target, target),
                id,
                new AgencyCode("G22"),
                "Văn phòng Chính phủ",
                "sent-" + number,
                "000.00.00.G22.test",
                Channel.AXIS,
                Sha256.of(new byte[] {1}),
                bytes,
                state,
                marks,
                hold,
                holdReason,
                new DocumentFacts(
                        number,
                        "VPCP-TTĐT",
                        "Công văn",
                        "Về việc kết nối, liên thông hệ thống quản lý văn bản và điều hành số " + number,
                        Optional.of(LocalDate.of(2025, 8, 1)),
                        "Trần Văn Thử",
                        1),
                1,
                "[]",
                verification,
                receivedAt,
                List.of());
    }

    Delivery copy(String code, DeliveryState copyState, boolean push, int attempts) {
        return copy(code, copyState, push, attempts, Optional.empty(), Optional.of("sys-" + code));
    }

    Delivery copy(
            String code,
            DeliveryState copyState,
            boolean push,
            int attempts,
            Optional<AgencyId> agency,
            Optional<String> system) {
        Dossier dossier = dossier();
        String name = number + " " + code;
        boolean done = copyState == DeliveryState.HANDED_OVER;
        return new Delivery(
                new DeliveryId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                dossier.id(),
                MessageKind.EDOC,
                "doc " + name,
                dossier.senderCode(),
                new AgencyCode(code),
                agency,
                system,
                push,
                copyState,
                attempts,
                attempts,
                0,
                1,
                bytes,
                receivedAt,
                receivedAt,
                Optional.of(receivedAt.plusSeconds(600)),
                Optional.empty(),
                done ? Optional.of(receivedAt.plusSeconds(60)) : Optional.empty(),
                done,
                copyState == DeliveryState.DEAD
                        ? "HTTP 503"
                        : copyState == DeliveryState.HELD ? "cơ quan đã chia tách" : "");
    }

    static Recipient recipient(Delivery delivery, String name, String resolution) {
        return new Recipient(delivery.code(), name, resolution, Optional.of(delivery.id()));
    }
}
