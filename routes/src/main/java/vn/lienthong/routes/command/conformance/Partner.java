package vn.lienthong.routes.command.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.Succession;
import vn.lienthong.gateway.agency.SuccessionKind;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentCode;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.DocumentType;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.platform.RunningGateway;

/** The agency on the other side: writes to the client's, and answers what the client sent. */
final class Partner {
    /** The agency that the client acts for. */
    static final String CLIENT = "G22";

    /** The agency on the other side. */
    static final String CODE = "G09";

    /** A code whose body was divided into two: a registrar says whom a document to it is for. */
    static final String DIVIDED = "G98";

    private static final String SYSTEM = "doi-tac";
    private static final List<Right> RIGHTS = List.of(Right.SEND, Right.COLLECT, Right.STATUS);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RunningGateway gateway;
    private final Systems systems;
    private final Clock clock;

    /** Ours, by the transport id of the client's copy. */
    private final Map<String, DossierId> written = new ConcurrentHashMap<>();

    private int number;
    private volatile String lastSent = "";

    Partner(RunningGateway gateway) {
        this.gateway = gateway;
        this.systems = gateway.part(Systems.class);
        this.clock = gateway.part(Clock.class);
    }

    /** Registers both sides. */
    void register(String clientSystem, String clientSecret) {
        add(clientSystem, CLIENT, clientSecret);
        add(SYSTEM, CODE, "not called from outside " + clientSecret);
        divide();
    }

    private void divide() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = now.minus(Duration.ofDays(365));
        Agencies agencies = gateway.part(Agencies.class);
        AgencyId divided = new AgencyId(gateway.part(Ids.class).uuid());
        List<AgencyId> parts = List.of(
                new AgencyId(gateway.part(Ids.class).uuid()),
                new AgencyId(gateway.part(Ids.class).uuid()));
        List<Agency> all = new ArrayList<>();
        all.add(new Agency(divided, "Cơ quan đã chia", Optional.empty(), AgencyKind.OTHER, before, Optional.of(now)));
        parts.forEach(part -> all.add(
                new Agency(part, "Phần thứ " + all.size(), Optional.empty(), AgencyKind.OTHER, now, Optional.empty())));
        List<CodeAssignment> codes = List.of(
                new CodeAssignment(new AgencyCode(DIVIDED), divided, CodeForm.NEW, before, Optional.of(now), before));
        List<Succession> successions = parts.stream()
                .map(part -> new Succession(divided, part, SuccessionKind.PART, now, "kiểm tra"))
                .toList();
        agencies.add(new DirectoryChange(
                agencies.current().version().number(),
                new DirectoryRows(all, codes, successions),
                DirectoryRows.NONE,
                "kiểm tra hệ thống gọi vào"));
    }

    /** Whether a document of the client's waits for a person's decision about one of its recipients. */
    boolean isHeld(String docId) {
        return gateway
                .part(UnitOfWork.class)
                .reading(transaction -> transaction
                        .dossiers()
                        .findSent(docId)
                        .map(sent -> transaction.deliveries().of(sent.id()))
                        .orElse(List.of()))
                .stream()
                .anyMatch(copy -> copy.state() == DeliveryState.HELD);
    }

    /** The transport id of the last document of the client's that was taken. */
    void note(String docId) {
        lastSent = docId;
    }

    /** Writes to the client; returns the transport id under which the copy waits. */
    String write() {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, VIETNAM);
        DocumentCode code = new DocumentCode(Integer.toString(++number), "KT");
        DocumentHeader header = DocumentHeader.builder()
                .from(AgencyBlock.of(CODE, "Bên đối tác"))
                .documentId(new DocumentId(CODE + "," + DateText.of(day).text() + "," + code.full()))
                .code(code)
                .promulgation(new Promulgation("Hà Nội", DateText.of(day)))
                .documentType(new DocumentType("1", "0", "Công văn"))
                .subject("Văn bản kiểm tra số " + number)
                .content("Văn bản kiểm tra số " + number)
                .signer(new Signer("", "", "Nguyễn Văn Thử"))
                .to(AgencyBlock.of(CLIENT, "Bên được kiểm tra"))
                .build();
        byte[] text = ("Nội dung của văn bản kiểm tra số " + number + "\n")
                .repeat(200)
                .getBytes(StandardCharsets.UTF_8);
        ReceptionAnswer answer = handIn(
                MessageKind.EDOC,
                Packet.toSend(
                        header,
                        TraceHop.at(CODE, now),
                        Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                        List.of(Attachment.of(
                                "cid:1", "kiem-tra.txt", "text/plain", AttachmentContent.ofBytes(text)))));
        return switch (answer) {
            case ReceptionAnswer.Taken taken -> {
                String copy =
                        copies(taken.dossier(), MessageKind.EDOC).getFirst().docId();
                written.put(copy, taken.dossier());
                yield copy;
            }
            case ReceptionAnswer.StatusTaken status -> throw new IllegalStateException("letter: taken as a status");
            case ReceptionAnswer.Refused refused -> throw new IllegalStateException("letter: " + refused.findings());
        };
    }

    /** What the client said, by the status's transport id, of which of the letters; empty where it is about none of them. */
    String told(String statusDocId) {
        UnitOfWork work = gateway.part(UnitOfWork.class);
        for (Map.Entry<String, DossierId> letter : written.entrySet()) {
            Optional<String> code = work
                    .reading(transaction -> transaction.statuses().of(letter.getValue()))
                    .stream()
                    .filter(status -> status.docId().equals(statusDocId))
                    .map(Status::code)
                    .findFirst();
            if (code.isPresent()) {
                return told(letter.getKey(), code.get());
            }
        }
        return "";
    }

    /** A letter, by the transport id of its copy, and what is said of it, in one word. */
    static String told(String copy, String code) {
        return copy + "=" + code;
    }

    /** Says of the client's last document that it is finished, and then that it was received. */
    List<String> sayBackwards() {
        if (lastSent.isEmpty()) {
            // Of nothing nothing can be said: what never comes is never confirmed.
            return List.of("");
        }
        Dossier document = gateway.part(UnitOfWork.class)
                .reading(transaction -> transaction.dossiers().findSent(lastSent))
                .orElseThrow(() -> new IllegalStateException("no document of the client's was taken yet"));
        List<Delivery> before = copies(document.id(), MessageKind.STATUS);
        for (StatusCode code : List.of(StatusCode.DONE, StatusCode.ACCEPTED)) {
            handIn(
                    MessageKind.STATUS,
                    StatusMessage.at(
                            clock.instant(),
                            AgencyBlock.of(CODE, "Bên đối tác"),
                            new ResponseFor(
                                    document.senderCode().text(),
                                    document.facts().symbol(),
                                    document.facts()
                                            .promulgated()
                                            .map(DateText::of)
                                            .orElse(DateText.NONE),
                                    document.key().documentId()),
                            new StaffInfo("", "", "Nguyễn Văn Thử", "", "", ""),
                            code,
                            ""));
        }
        return copies(document.id(), MessageKind.STATUS).stream()
                .filter(copy -> before.stream().noneMatch(old -> old.id().equals(copy.id())))
                .map(Delivery::docId)
                .toList();
    }

    private List<Delivery> copies(DossierId document, MessageKind kind) {
        return gateway
                .part(UnitOfWork.class)
                .reading(transaction -> transaction.deliveries().of(document))
                .stream()
                .filter(delivery -> delivery.kind() == kind)
                .toList();
    }

    private ReceptionAnswer handIn(MessageKind kind, Message message) {
        try {
            return gateway.part(Receiver.class)
                    .receive(new Submission(
                            new WritePacket(gateway.part(Vault.class)).write(message),
                            kind,
                            Channel.ECHO,
                            systems.credentials(SYSTEM).map(Credentials::caller).orElseThrow(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String id, String code, String secret) {
        Instant now = clock.instant();
        AgencyId agency = gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(code), now)
                .orElseThrow();
        systems.save(
                new ReceivingSystem(
                        id,
                        id,
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                secret.getBytes(StandardCharsets.UTF_8));
        RIGHTS.forEach(right -> systems.grant(id, new Mandate(agency, right, now, Optional.empty())));
    }
}
