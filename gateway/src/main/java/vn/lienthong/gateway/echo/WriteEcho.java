package vn.lienthong.gateway.echo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.WritePacket;
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
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/**
 * Writes the statuses and the reply document of an echo agency. All is worked out from the copy that is answered: written twice, it is
 * the same status and the same document, so an answer that a crash cut short is simply given again.
 */
public final class WriteEcho {
    private static final String SUBJECT = "Trả lời tự động: ";
    private static final String NOTATION = "ECHO";
    private static final String OFFICIAL = "Hệ thống kiểm thử";
    private static final int LONGEST_SUBJECT = 400;
    private static final int NUMBER_DIGITS = 7;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final WritePacket packets;
    private final Agencies agencies;

    public WriteEcho(WritePacket packets, Agencies agencies) {
        this.packets = packets;
        this.agencies = agencies;
    }

    /** Whether a document is an echo's reply, of this gateway or another one: it is not answered, or two would never end. */
    public static boolean isReply(DocumentFacts facts) {
        return facts.subject().strip().startsWith(SUBJECT.strip());
    }

    /** A status about the document, by the agency of the copy. */
    public StoredBytes status(Dossier document, Delivery copy, StatusCode code) throws IOException {
        return packets.write(StatusMessage.at(
                copy.createdAt(),
                from(copy),
                about(document),
                new StaffInfo("", "", OFFICIAL, "", "", ""),
                code,
                "Cơ quan kiểm thử trả lời tự động"));
    }

    /** A small unsigned document to the sender that says what was received. */
    public StoredBytes reply(Dossier document, Delivery copy) throws IOException {
        AgencyBlock from = from(copy);
        LocalDate day = LocalDate.ofInstant(copy.createdAt(), VIETNAM);
        DocumentCode code = new DocumentCode(number(copy), NOTATION);
        String subject = SUBJECT + shortened(document.facts().subject());
        DocumentHeader header = DocumentHeader.builder()
                .from(from)
                .documentId(
                        new DocumentId(from.organId() + "," + DateText.of(day).text() + "," + code.full()))
                .code(code)
                .promulgation(new Promulgation("Cổng liên thông", DateText.of(day)))
                .documentType(new DocumentType("1", "0", "Thông báo"))
                .subject(subject)
                .content(subject)
                .signer(new Signer("", "", OFFICIAL))
                .otherInfo(new OtherInfo("0", "", "", "", "", "", "", "", List.of()))
                .responseFor(about(document))
                .to(AgencyBlock.of(document.senderCode().text(), document.senderName()))
                .build();
        byte[] text = text(document, copy).getBytes(StandardCharsets.UTF_8);
        return packets.write(Packet.toSend(
                header,
                TraceHop.at(from.organId(), copy.createdAt()),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                List.of(Attachment.of("cid:1", "tra-loi.txt", "text/plain", AttachmentContent.ofBytes(text)))));
    }

    private static String text(Dossier document, Delivery copy) {
        String marks = document.marks().isEmpty()
                ? "(không)"
                : document.marks().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return """
            Đã nhận văn bản %s (%s) của %s.
            Trích yếu: %s
            Mã tài liệu (DocumentId): %s
            Mã bản giao (DocId của bên nhận): %s
            SHA-256 của gói tin như cổng nhận: %s (%d byte)
            Dấu của cổng: %s
            Cơ quan này chỉ để kiểm thử; không ai đọc văn bản gửi tới đây.
            """
                .formatted(
                        document.facts().symbol(),
                        document.facts().promulgated().map(LocalDate::toString).orElse("không ghi ngày"),
                        document.senderCode().text(),
                        document.facts().subject(),
                        document.key().documentId().value(),
                        copy.docId(),
                        document.bytes().digest().hex(),
                        document.bytes().length(),
                        marks);
    }

    /** The same for the same copy, whenever it is asked. */
    private static String number(Delivery copy) {
        String hex = Sha256.of(copy.docId().getBytes(StandardCharsets.UTF_8)).hex();
        return Long.toString(Long.parseLong(hex.substring(0, NUMBER_DIGITS), 16));
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, subject.codePointCount(0, LONGEST_SUBJECT))) + "…";
    }

    private static ResponseFor about(Dossier document) {
        return new ResponseFor(
                document.senderCode().text(),
                document.facts().symbol(),
                document.facts().promulgated().map(DateText::of).orElse(DateText.NONE),
                document.key().documentId());
    }

    private AgencyBlock from(Delivery copy) {
        AgencyDirectory directory = agencies.current();
        Instant at = copy.createdAt();
        AgencyId agency = copy.agency().orElseThrow();
        String code = directory
                .codeOf(agency, at)
                .map(AgencyCode::text)
                .orElse(copy.code().text());
        return AgencyBlock.of(
                code, directory.agency(agency, at).map(Agency::name).orElse(""));
    }
}
