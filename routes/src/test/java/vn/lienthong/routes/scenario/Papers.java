package vn.lienthong.routes.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentChange;
import vn.lienthong.gateway.packet.DocumentCode;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.DocumentType;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ReceiverChange;
import vn.lienthong.gateway.packet.Replacement;
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

/** Makes the papers of a scenario: letters sealed by the agencies of the development PKI, packets, statuses. */
final class Papers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DevelopmentPki pki;
    private final Instant now;

    Papers(Instant now) {
        this(
                now,
                DevelopmentPki.create(new DevelopmentPki.Settings(
                        now.minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256)));
    }

    Papers(Instant now, DevelopmentPki pki) {
        this.now = now;
        this.pki = pki;
    }

    DevelopmentPki pki() {
        return pki;
    }

    void makeRevokedSeals() {
        Stream.concat(World.COLLECTING.stream(), Stream.of(World.BEHIND_PEER))
                .forEach(code -> pki.sealOf(code, "Cơ quan " + code, Fate.REVOKED));
    }

    /** One document as its sender's system keeps it, so that it can be handed in again byte for byte. */
    record Paper(String name, String sender, DocumentId id, byte[] bytes) {

        /** The same without a TraceHeaderList. */
        Paper untraced() {
            String text = new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst("(?s)<edXML:TraceHeaderList>.*?</edXML:TraceHeaderList>", "");
            return new Paper(name, sender, id, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is special about a letter; see {@link Play}. */
    record Kind(String pdf, Business business, String marking) {

        static final Kind PLAIN = new Kind("good", Business.ABSENT, "");
    }

    Paper letter(String name, String sender, List<String> to, Kind kind) throws IOException {
        DocumentId id = new DocumentId(sender + ",2026/11/20," + name + "-" + UUID.randomUUID());
        Attachment attachment = Attachment.of(
                "cid:1", name + ".pdf", "application/pdf", AttachmentContent.ofBytes(pdf(sender, kind.pdf())));
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(AgencyBlock.of(sender, "Cơ quan " + sender))
                .documentId(id)
                .code(new DocumentCode("12", "TEST-VP"))
                .promulgation(new Promulgation(
                        "Hà Nội", DateText.of(now.atZone(VIETNAM).toLocalDate())))
                .documentType(new DocumentType("1", "0", "Công văn"))
                .subject("Trích yếu " + name)
                .signer(new Signer("TL.", "Chánh Văn phòng", "Nguyễn Thử Nghiệm"))
                .otherInfo(new OtherInfo("0", "", kind.marking(), "1", "1", "", "", "", List.of()))
                .steeringType("1");
        to.forEach(code -> header.to(AgencyBlock.of(code, "Cơ quan " + code)));
        Packet packet = Packet.toSend(header.build(), TraceHop.at(sender, now), kind.business(), List.of(attachment));
        return new Paper(name, sender, id, write(packet));
    }

    /** A recall, update or replacement of another paper; an update may strike recipients. */
    static Business acting(BusinessAction action, Paper target, List<String> struck) {
        String reason = "Lý do thử nghiệm";
        List<ReceiverChange> receivers =
                struck.stream().map(code -> new ReceiverChange(code, "0")).toList();
        return switch (action) {
            case NEW -> Business.ABSENT;
            case REVOKE -> Business.of(action, reason, target.id());
            case UPDATE ->
                new Business(
                        "2",
                        reason,
                        target.id(),
                        new DocumentChange("1", receivers.isEmpty() ? "0" : "1", receivers),
                        List.of(),
                        StaffInfo.NONE,
                        "0");
            case REPLACE ->
                new Business(
                        "3",
                        reason,
                        DocumentId.NONE,
                        DocumentChange.NONE,
                        List.of(new Replacement(target.id(), List.of())),
                        StaffInfo.NONE,
                        "0");
        };
    }

    byte[] status(String from, StatusCode code, Paper about, String addressee) throws IOException {
        ResponseFor responseFor = new ResponseFor(addressee, "12/TEST-VP", DateText.NONE, about.id());
        StaffInfo staff = new StaffInfo("Văn thư", "", "Trần Văn Thư", "", "", "");
        return write(StatusMessage.at(
                now, AgencyBlock.of(from, "Cơ quan " + from), responseFor, staff, code, "Nội dung trạng thái " + code));
    }

    private static byte[] write(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PacketWriter().write(message, out);
        return out.toByteArray();
    }

    /** {@code good}, {@code tampered}, {@code unsigned}, or a fate of the seal in lower case. */
    private byte[] pdf(String sender, String kind) {
        byte[] bare = new MakeOfficialLetter()
                .make(OfficialLetter.of("Cơ quan " + sender, "12/TEST-VP", "Việc thử nghiệm", now));
        return switch (kind) {
            case "unsigned" -> bare;
            case "good" -> sealed(bare, sender, Fate.GOOD);
            case "tampered" -> {
                byte[] signed = sealed(bare, sender, Fate.GOOD);
                signed[bare.length / 2] ^= 1;
                yield signed;
            }
            default ->
                sealed(bare, sender, Fate.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')));
        };
    }

    private byte[] sealed(byte[] bare, String sender, Fate fate) {
        DevIdentity seal = pki.sealOf(sender, "Cơ quan " + sender, fate);
        Pkcs12SigningKey key = Pkcs12SigningKey.of(seal.key(), seal.chain());
        try {
            return new SignPdf().sign(bare, key, SignatureDetails.of("Cơ quan " + sender, "Ban hành", now));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every branch that the gateway of the scenario trusts. */
    static List<Branch> trusted() {
        return List.of(Branch.values());
    }
}
