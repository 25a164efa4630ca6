package vn.lienthong.routes.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.packet.Attachment;
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
import vn.lienthong.gateway.packet.TraceHop;

/** Makes the packet of a form and its files (QCVN 102). The same form as of the same instant gives the same packet. */
public final class ComposePacket {

    private final AgencyBlocks blocks;

    public ComposePacket(AgencyBlocks blocks) {
        this.blocks = blocks;
    }

    public Packet compose(DocumentForm form, List<FormFile> files, Instant begun) {
        DocumentHeader header = header(form, begun);
        List<Attachment> attachments = new ArrayList<>();
        for (FormFile file : files) {
            attachments.add(Attachment.of(
                    "cid:" + (attachments.size() + 1), file.name(), type(file.contentType()), file.content()));
        }
        return Packet.toSend(header, TraceHop.at(header.from().organId(), begun), business(form), attachments);
    }

    private DocumentHeader header(DocumentForm form, Instant begun) {
        DocumentForm.SignerForm signer =
                Objects.requireNonNullElse(form.signer(), new DocumentForm.SignerForm("", "", ""));
        String summary = text(form.summary());
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(blocks.of(text(form.from()), begun))
                .documentId(id(form))
                .code(new DocumentCode(text(form.number()), text(form.notation())))
                .promulgation(new Promulgation(text(form.place()), date(form.date())))
                .documentType(new DocumentType(text(form.type()), "", text(form.typeName())))
                .subject(text(form.subject()))
                .content(summary.isEmpty() ? text(form.subject()) : summary)
                .signer(new Signer(text(signer.competence()), text(signer.position()), text(signer.fullName())))
                .dueDate(date(form.dueDate()))
                .otherInfo(other(form))
                .steeringType(text(form.steering()));
        each(form.to()).forEach(code -> header.to(blocks.of(code, begun)));
        each(form.answersTo()).map(ComposePacket::answer).forEach(header::responseFor);
        each(form.places()).forEach(header::toPlace);
        return header.build();
    }

    /** As most senders build it; nobody takes it apart. */
    private static DocumentId id(DocumentForm form) {
        String given = text(form.documentId());
        String symbol = new DocumentCode(text(form.number()), text(form.notation())).full();
        return given.isEmpty() && form.date() != null && !symbol.isEmpty()
                ? new DocumentId(text(form.from()) + "," + date(form.date()).text() + "," + symbol)
                : new DocumentId(given);
    }

    private static OtherInfo other(DocumentForm form) {
        return new OtherInfo(
                Integer.toString(Objects.requireNonNullElse(form.urgency(), 0)),
                "",
                "",
                number(form.copies()),
                number(form.pages()),
                "",
                "",
                "",
                List.of());
    }

    private static ResponseFor answer(DocumentForm.AnswerForm form) {
        return new ResponseFor(
                text(form.from()), text(form.symbol()), date(form.date()), new DocumentId(text(form.documentId())));
    }

    private static Business business(DocumentForm form) {
        DocumentId target = new DocumentId(text(form.target()));
        return switch (Objects.requireNonNullElse(form.action(), DocumentForm.Action.NEW)) {
            case NEW ->
                new Business(
                        BusinessAction.NEW.wire(),
                        text(form.reason()),
                        DocumentId.NONE,
                        DocumentChange.NONE,
                        List.of(),
                        staff(form.staff()),
                        "");
            case RECALL -> business(form, BusinessAction.REVOKE, target, DocumentChange.NONE, List.of());
            case UPDATE -> business(form, BusinessAction.UPDATE, target, change(form), List.of());
            case REPLACE ->
                business(form, BusinessAction.REPLACE, DocumentId.NONE, DocumentChange.NONE, replaced(form));
        };
    }

    private static Business business(
            DocumentForm form,
            BusinessAction action,
            DocumentId target,
            DocumentChange change,
            List<Replacement> replaced) {
        return new Business(action.wire(), text(form.reason()), target, change, replaced, staff(form.staff()), "0");
    }

    private static DocumentChange change(DocumentForm form) {
        List<ReceiverChange> receivers = Stream.concat(
                        each(form.removedRecipients()).map(code -> new ReceiverChange(code, "0")),
                        each(form.addedRecipients()).map(code -> new ReceiverChange(code, "1")))
                .toList();
        return new DocumentChange("1", receivers.isEmpty() ? "0" : "1", receivers);
    }

    private static List<Replacement> replaced(DocumentForm form) {
        return each(form.replaces())
                .map(one -> new Replacement(
                        new DocumentId(text(one.documentId())),
                        each(one.recipients()).toList()))
                .toList();
    }

    /** Of who wrote it; nobody where nothing is said. */
    public static StaffInfo staff(DocumentForm.@Nullable StaffForm form) {
        return form == null
                ? StaffInfo.NONE
                : new StaffInfo(
                        text(form.department()), "", text(form.name()), "", text(form.email()), text(form.phone()));
    }

    /** What is written, without what stands around it. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** As packets have it; empty where there is none. */
    public static DateText date(@Nullable LocalDate date) {
        return date == null ? DateText.NONE : DateText.of(date);
    }

    /** Of a list that may be missing, what is not null in it. */
    public static <T> Stream<T> each(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }

    private static String number(@Nullable Integer value) {
        return Optional.ofNullable(value).map(String::valueOf).orElse("");
    }

    private static String type(String contentType) {
        return contentType.isEmpty() ? "application/octet-stream" : contentType;
    }
}
