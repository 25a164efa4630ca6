package vn.lienthong.routes.door.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CloseAgency;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.evidence.Entry;
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
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.routes.door.Receiver;

/**
 * A gateway with a ward of Huế, {@code H57.25}, that has no system of its own but a clerk, and the Government Office,
 * {@code G22}, that sends to it through its system.
 */
final class TrayFixture implements AutoCloseable {

    static final String WARD = "H57.25";
    static final String WARD_NAME = "UBND phường Thuận Hóa";
    static final String SENDER = "G22";
    static final String SENDING_SYSTEM = "qlvb.vpcp";
    static final String CLERK = "clerk";

    final ConsoleFixture console;
    private final Instant start;

    TrayFixture(Path folder) {
        this(folder, Map.of());
    }

    /** @param more settings besides the usual ones of tests */
    TrayFixture(Path folder, Map<String, String> more) {
        this.console = new ConsoleFixture(folder, more);
        this.start = now();
        ward(WARD, WARD_NAME);
        system();
        mandate(CLERK, WARD, Right.COLLECT, Right.SEND, Right.STATUS);
    }

    /** A further ward of Huế. */
    void ward(String code, String name) {
        ImportAgencies imports = new ImportAgencies(console.part(Agencies.class));
        String csv = "code,name,from,superior_code\n" + code + "," + name + ",2025-07-01,H57\n";
        imports.apply(imports.preview(csv.getBytes(StandardCharsets.UTF_8), start, "thử"));
    }

    /** The one body becomes the other as a whole, from now on. */
    void succeeded(String code, String by) {
        Agencies agencies = console.part(Agencies.class);
        String today = now().toString();
        new ImportAgencies(agencies).apply(new CloseAgency(agencies).preview(code, today, by, now(), "Nghị quyết thử"));
    }

    private void system() {
        Systems systems = console.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        SENDING_SYSTEM,
                        "Quản lý văn bản VPCP",
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                "not a secret that matters".getBytes(StandardCharsets.UTF_8));
        for (Right right : List.of(Right.SEND, Right.COLLECT, Right.STATUS)) {
            systems.grant(SENDING_SYSTEM, new Mandate(agency(SENDER), right, start.minusSeconds(60), Optional.empty()));
        }
    }

    /** Gives a clerk rights that hold since a minute ago. */
    void mandate(String username, String code, Right... rights) {
        for (Right right : rights) {
            mandate(username, new Mandate(agency(code), right, start.minusSeconds(60), Optional.empty()));
        }
    }

    void mandate(String username, Mandate mandate) {
        console.part(AccountMandates.class).grant(username, mandate);
    }

    /** A further clerk with the password of all. */
    void clerk(String username) {
        console.account(username, Role.CLERK);
    }

    AgencyId agency(String code) {
        return console.part(Agencies.class)
                .current()
                .resolve(new AgencyCode(code), now(), now())
                .destination()
                .orElseThrow();
    }

    Instant now() {
        return console.part(Clock.class).instant();
    }

    PlainBrowser browser(String username) {
        return PlainBrowser.loggedIn(console.address(), username);
    }

    /** A letter of the Government Office to the ward, with an unsigned PDF and an annex whose name tries to climb. */
    Dossier letter(String number) {
        return arrives(number, BusinessAction.NEW, pdf(number), own(), WARD);
    }

    /** The same to another body. */
    Dossier letterTo(String code, String number) {
        return arrives(number, BusinessAction.NEW, pdf(number), own(), code);
    }

    Dossier recall(String number) {
        return arrives(number, BusinessAction.REVOKE, null, own(), WARD);
    }

    /** The same from a neighbour gateway, with a signature that was broken on the way: kept for the clerk. */
    Dossier broken(String number) {
        return broken(number, BusinessAction.NEW);
    }

    Dossier broken(String number, BusinessAction action) {
        Caller peer = new Caller(
                "cong.ban",
                CallerKind.PEER,
                List.of(new Mandate(agency(SENDER), Right.TRANSIT, start.minusSeconds(60), Optional.empty())));
        byte[] pdf = sealed(pdf(number));
        pdf[pdf(number).length / 2] ^= 1;
        return arrives(number, action, pdf, peer, WARD);
    }

    private Caller own() {
        return new Caller(
                SENDING_SYSTEM, CallerKind.AGENCY, console.part(Systems.class).mandates(SENDING_SYSTEM));
    }

    private Dossier arrives(String number, BusinessAction action, byte @Nullable [] pdf, Caller caller, String to) {
        DocumentId id = id(number);
        DocumentHeader header = DocumentHeader.builder()
                .from(AgencyBlock.of(SENDER, "Văn phòng Chính phủ"))
                .to(AgencyBlock.of(to, WARD_NAME))
                .documentId(id)
                .code(new DocumentCode(number, "VPCP-KSTT"))
                .promulgation(new Promulgation("Hà Nội", DateText.of(LocalDate.of(2026, 11, 20))))
                .documentType(new DocumentType("1", "0", "Công văn"))
                .subject("Về việc rà soát thủ tục hành chính số " + number)
                .signer(new Signer("TL.", "Chánh Văn phòng", "Trần Văn Thử"))
                .steeringType("1")
                .build();
        List<Attachment> files = pdf == null
                ? List.of()
                : List.of(
                        Attachment.of("cid:1", "cong-van.pdf", "application/pdf", AttachmentContent.ofBytes(pdf)),
                        Attachment.of(
                                "cid:2",
                                "../../phu luc \"1\".html",
                                "text/html",
                                AttachmentContent.ofBytes(
                                        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))));
        Packet packet = Packet.toSend(header, TraceHop.at(SENDER, now()), Business.of(action, "Gửi nhầm", id), files);
        ReceptionAnswer answer = receive(packet, MessageKind.EDOC, caller);
        if (answer instanceof ReceptionAnswer.Taken taken) {
            return dossier(taken.dossier());
        }
        throw new IllegalStateException("letter: " + answer);
    }

    /** The sender asks the ward to give a letter back (13). */
    void askBack(Dossier letter, String reason) {
        receive(
                StatusMessage.at(
                        now(),
                        AgencyBlock.of(SENDER, "Văn phòng Chính phủ"),
                        new ResponseFor(
                                WARD,
                                letter.facts().symbol(),
                                DateText.NONE,
                                letter.key().documentId()),
                        StaffInfo.NONE,
                        StatusCode.TAKE_BACK,
                        reason),
                MessageKind.STATUS,
                own());
    }

    private static DocumentId id(String number) {
        return new DocumentId(SENDER + ",2026/11/20," + number + "/VPCP-KSTT");
    }

    byte[] pdf(String number) {
        return new MakeOfficialLetter()
                .make(OfficialLetter.of(
                        WARD_NAME,
                        number + "/UBND-VP",
                        "Báo cáo rà soát thủ tục",
                        Instant.parse("2026-11-20T02:00:00Z")));
    }

    private byte[] sealed(byte[] bare) {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                start.minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        DevIdentity seal = pki.sealOf(SENDER, "Văn phòng Chính phủ", Fate.GOOD);
        try {
            return new SignPdf()
                    .sign(
                            bare,
                            Pkcs12SigningKey.of(seal.key(), seal.chain()),
                            SignatureDetails.of("Văn phòng Chính phủ", "Ban hành", now()));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceptionAnswer receive(Message message, MessageKind kind, Caller caller) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PacketWriter().write(message, out);
            return console.part(Receiver.class)
                    .receive(new Submission(
                            keep(out.toByteArray()),
                            kind,
                            Channel.AXIS,
                            caller,
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredBytes keep(byte[] bytes) throws IOException {
        try (Spool spool = console.part(Vault.class).open()) {
            spool.write(bytes);
            return spool.keep();
        }
    }

    Dossier dossier(DossierId id) {
        return console.part(UnitOfWork.class)
                .reading(transaction -> transaction.dossiers().find(id))
                .orElseThrow();
    }

    /** The ward's copy. */
    Delivery copy(Dossier dossier) {
        return deliveries(dossier).stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .findFirst()
                .orElseThrow();
    }

    List<Delivery> deliveries(Dossier dossier) {
        return console.part(UnitOfWork.class)
                .reading(transaction -> transaction.deliveries().of(dossier.id()));
    }

    List<Status> statuses(Dossier dossier) {
        return console.part(UnitOfWork.class)
                .reading(transaction -> transaction.statuses().of(dossier.id()));
    }

    List<Entry> entries(Dossier dossier) {
        return console.part(UnitOfWork.class)
                .reading(transaction -> transaction.entries().of(dossier.id()));
    }

    /** What an agency sent, newest first. */
    List<Dossier> sentBy(String code) {
        return console.part(UnitOfWork.class)
                .reading(transaction ->
                        transaction.dossiers().sentBy(Set.of(agency(code)), Optional.empty(), Optional.empty(), 100));
    }

    @Override
    public void close() {
        console.close();
    }
}
