package vn.lienthong.routes.door.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Promulgation;

/** What a packet says, by the names of the form that senders fill in. */
final class OpenedJson {

    private OpenedJson() {}

    static Map<String, Object> of(Delivery delivery, Packet packet) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("docId", delivery.docId());
        item.put("document", RestPaths.document(delivery.dossier()));
        item.put("documentId", packet.documentId().value());
        item.put("action", packet.business().action().name());
        item.put("targets", packet.targets().stream().map(DocumentId::value).toList());
        item.put("reason", packet.business().reason());
        item.put("from", agency(packet.from()));
        item.put("to", packet.to().stream().map(OpenedJson::agency).toList());
        item.put("number", packet.code().number());
        item.put("notation", packet.code().notation());
        item.put("date", date(packet.promulgation().dateText()));
        item.put("place", packet.promulgation().place());
        item.put("typeName", packet.documentType().typeName());
        item.put("type", packet.documentType().type());
        item.put("subject", packet.subject());
        item.put("summary", packet.content());
        item.put("signer", signer(packet));
        item.put("urgency", delivery.urgency());
        item.put("dueDate", date(packet.dueDate()));
        item.put("steering", packet.steeringType());
        item.put("answersTo", answers(packet));
        item.put("places", packet.toPlaces());
        item.put("files", files(delivery, packet.attachments()));
        return item;
    }

    private static Map<String, Object> agency(AgencyBlock block) {
        return Map.of("code", block.organId(), "name", block.organName());
    }

    private static Map<String, Object> signer(Packet packet) {
        return Map.of(
                "competence", packet.signer().competence(),
                "position", packet.signer().position(),
                "fullName", packet.signer().fullName());
    }

    private static List<Map<String, Object>> answers(Packet packet) {
        return packet.responseFor().stream()
                .map(answer -> Map.<String, Object>of(
                        "from", answer.organId(),
                        "symbol", answer.code(),
                        "date", date(answer.promulgationDate()),
                        "documentId", answer.documentId().value()))
                .toList();
    }

    /** Numbered from 1, in the order of the packet. */
    private static List<Map<String, Object>> files(Delivery delivery, List<Attachment> attachments) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Attachment attachment : attachments) {
            int number = files.size() + 1;
            Optional<AttachmentContent> content = attachment.content();
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("number", number);
            file.put("name", attachment.safeName());
            file.put("readable", content.isPresent());
            file.put("length", content.map(AttachmentContent::length).orElse(0L));
            file.put("sha256", content.map(kept -> kept.digest().hex()).orElse(""));
            file.put("url", RestPaths.BASE + "/deliveries/" + delivery.docId() + "/files/" + number);
            files.add(file);
        }
        return files;
    }

    /** As JSON has it; as written where it is no day. */
    private static String date(DateText text) {
        return new Promulgation("", text).date().map(LocalDate::toString).orElse(text.text());
    }
}
