package vn.lienthong.gateway.dossier.reception;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ReceiverChange;
import vn.lienthong.gateway.packet.Replacement;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/** Letters of the agency G01, and statuses about them. */
public final class Letters {

    private Letters() {}

    public static Packet letter(String documentId, String... to) {
        return letterOf("G01", documentId, "Nội dung", "0", to);
    }

    public static Packet letterOf(String from, String documentId, String text, String priority, String... to) {
        return packet(from, documentId, text, priority, Business.ABSENT, to);
    }

    public static Packet recall(String documentId, String target, String reason, String... to) {
        return recallOf("G01", documentId, target, reason, to);
    }

    public static Packet recallOf(String from, String documentId, String target, String reason, String... to) {
        Business business = Business.of(BusinessAction.REVOKE, reason, new DocumentId(target));
        return packet(from, documentId, "Thu hồi", "0", business, to);
    }

    public static Packet removing(String documentId, String target, String removed, String... to) {
        DocumentChange change = new DocumentChange("0", "1", List.of(new ReceiverChange(removed, "0")));
        Business business =
                new Business("2", "đổi nơi nhận", new DocumentId(target), change, List.of(), StaffInfo.NONE, "0");
        return packet("G01", documentId, "Cập nhật", "0", business, to);
    }

    public static Packet replacing(String documentId, List<Replacement> replaced, String... to) {
        Business business =
                new Business("3", "thay thế", DocumentId.NONE, DocumentChange.NONE, replaced, StaffInfo.NONE, "0");
        return packet("G01", documentId, "Thay thế", "0", business, to);
    }

    /** Without a date of promulgation. */
    public static Packet undated(String documentId, String... to) {
        Packet letter = letter(documentId, to);
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(letter.from())
                .documentId(letter.documentId())
                .code(letter.code())
                .subject(letter.subject());
        letter.to().forEach(header::to);
        return Packet.toSend(header.build(), letter.trace().getFirst(), letter.business(), letter.attachments());
    }

    /** A letter that answers another agency's document. */
    public static Packet answer(String from, String documentId, String asker, String answered, String... to) {
        ResponseFor about = new ResponseFor(asker, "1/A", DateText.NONE, new DocumentId(answered));
        return packet(from, documentId, "Trả lời", "0", Business.ABSENT, List.of(about), to);
    }

    public static StatusMessage status(String code, String from, String addressee, String documentId) {
        return status(code, from, addressee, documentId, "lý do");
    }

    public static StatusMessage status(
            String code, String from, String addressee, String documentId, String description) {
        ResponseFor about =
                new ResponseFor(addressee, "1/A", DateText.of(LocalDate.of(2026, 11, 1)), new DocumentId(documentId));
        return StatusMessage.at(
                Instant.parse("2026-11-02T02:00:00Z"),
                AgencyBlock.of(from, "Cơ quan"),
                about,
                StaffInfo.NONE,
                new StatusCode(code),
                description);
    }

    private static Packet packet(
            String from, String documentId, String text, String priority, Business business, String... to) {
        return packet(from, documentId, text, priority, business, List.of(), to);
    }

    private static Packet packet(
            String from,
            String documentId,
            String text,
            String priority,
            Business business,
            List<ResponseFor> answered,
            String... to) {
        OtherInfo none = OtherInfo.NONE;
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(AgencyBlock.of(from, "Bộ gửi"))
                .documentId(new DocumentId(documentId))
                .code(new DocumentCode("12", "BG-VP"))
                .promulgation(new Promulgation("Hà Nội", DateText.of(LocalDate.of(2026, 11, 1))))
                .documentType(new DocumentType("1", "", "Công văn"))
                .subject("Trích yếu " + documentId)
                .content(text)
                .signer(new Signer("", "Bộ trưởng", "Nguyễn Văn A"))
                .otherInfo(new OtherInfo(priority, none.sphereOfPromulgation(), "", "1", "1", "", "", "", List.of()))
                .steeringType("0");
        answered.forEach(header::responseFor);
        for (String code : to) {
            header.to(AgencyBlock.of(code, "Nơi nhận " + code));
        }
        Attachment file = Attachment.of(
                "cid:1",
                "thu.txt",
                "text/plain",
                AttachmentContent.ofBytes("Kính gửi các đơn vị.".getBytes(StandardCharsets.UTF_8)));
        TraceHop hop = TraceHop.at(from, Instant.parse("2026-11-02T02:59:00Z"));
        return Packet.toSend(header.build(), hop, business, List.of(file));
    }
}
