package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.Vault;
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
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.TraceHop;

/**
 * Makes the packet of a draft. The same draft always says the same, but for the hop's time, which is no part of what a
 * document says: a button pressed twice sends one document.
 */
public final class DraftPacket {

    /** Not steering (QCVN 102:2016 1.13): a commune's letter asks or reports. */
    private static final String NOT_STEERING = "1";

    /** Loại: administrative documents go by their name, the numbers are not reliable. */
    private static final DocumentType NO_NUMBERS = new DocumentType("1", "0", "");

    private final Agencies agencies;
    private final Vault vault;

    public DraftPacket(Agencies agencies, Vault vault) {
        this.agencies = agencies;
        this.vault = vault;
    }

    /**
     * The packet of a draft that lacks nothing.
     *
     * @throws IllegalArgumentException when the draft lacks something
     */
    public Packet of(Draft draft, Instant now) {
        if (!draft.missing().isEmpty()) {
            throw new IllegalArgumentException("draft: lacks " + draft.missing() + " (expected: everything filled in)");
        }
        AgencyBlock from = block(draft.agency(), now);
        return Packet.toSend(
                header(draft, from, now), TraceHop.at(from.organId(), now), business(draft), attachments(draft));
    }

    /** The recall of a document: its own header to all who were told of it, no files. */
    public Packet recall(DocumentHeader sent, List<Recipient> told, String reason, Instant now) {
        return Packet.toSend(
                sent.withMore(told.stream()
                        .map(recipient -> AgencyBlock.of(recipient.code().text(), recipient.name()))
                        .toList()),
                TraceHop.at(sent.from().organId(), now),
                Business.of(BusinessAction.REVOKE, reason, sent.documentId()),
                List.of());
    }

    private DocumentHeader header(Draft draft, AgencyBlock from, Instant now) {
        DraftFields fields = draft.fields();
        LocalDate date = fields.date().orElseThrow();
        DocumentCode code = new DocumentCode(fields.number(), fields.notation());
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(from)
                .documentId(documentId(draft, from, code, date))
                .code(code)
                .promulgation(new Promulgation(fields.place(), DateText.of(date)))
                .documentType(new DocumentType(NO_NUMBERS.type(), NO_NUMBERS.typeDetail(), fields.typeName()))
                .subject(fields.subject())
                .content(fields.subject())
                .signer(new Signer(fields.competence(), fields.position(), fields.signer()))
                .otherInfo(urgency(fields.urgency()))
                .steeringType(NOT_STEERING);
        draft.recipients().forEach(recipient -> header.to(block(recipient, now)));
        return header.build();
    }

    /** An update is about the same document; anything else is one of its own, named as senders name theirs. */
    private static DocumentId documentId(Draft draft, AgencyBlock from, DocumentCode code, LocalDate date) {
        return draft.action() == BusinessAction.UPDATE
                ? new DocumentId(draft.target())
                : new DocumentId(from.organId() + "," + DateText.of(date).text() + "," + code.full());
    }

    private static OtherInfo urgency(int urgency) {
        return new OtherInfo(Integer.toString(urgency), "", "", "", "", "", "", "", List.of());
    }

    private static Business business(Draft draft) {
        return Business.of(draft.action(), draft.reason(), new DocumentId(draft.target()));
    }

    private List<Attachment> attachments(Draft draft) {
        List<Attachment> attachments = new ArrayList<>();
        for (DraftFile file : draft.files()) {
            AttachmentContent content = AttachmentContent.of(
                    file.bytes().digest(),
                    file.bytes().length(),
                    () -> vault.read(file.bytes().digest()));
            String type = file.isPdf() ? "application/pdf" : "application/octet-stream";
            attachments.add(Attachment.of("cid:" + (attachments.size() + 1), file.name(), type, content));
        }
        return attachments;
    }

    /** What was begun by a body that ended is sent by the one that it became. */
    private AgencyBlock block(AgencyId agency, Instant now) {
        AgencyDirectory directory = agencies.current();
        AgencyId sender = directory.currentOf(agency, now);
        String code = directory.codeOf(sender, now).map(AgencyCode::text).orElse("");
        return AgencyBlock.of(
                code, directory.agency(sender, now).map(Agency::name).orElse(""));
    }

    /** The code stays as it was chosen; the name is that of the body it leads to. */
    private AgencyBlock block(AgencyCode code, Instant now) {
        AgencyDirectory directory = agencies.current();
        String name = directory
                .resolve(code, now, now)
                .destination()
                .flatMap(id -> directory.agency(id, now))
                .map(Agency::name)
                .orElse("");
        return AgencyBlock.of(code.text(), name);
    }
}
