package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.WireText.text;
import static vn.lienthong.gateway.packet.WireText.texts;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.schemas.edxml.AttachmentType;
import vn.lienthong.schemas.edxml.BussinessDocumentInfoType;
import vn.lienthong.schemas.edxml.BussinessType;
import vn.lienthong.schemas.edxml.EdXmlType;
import vn.lienthong.schemas.edxml.HeaderType;
import vn.lienthong.schemas.edxml.TraceHeaderListType;
import vn.lienthong.schemas.edxml.TraceHeaderType;

/**
 * Turns the generated classes of the schema into the domain's. With {@link HeaderMapping} and {@link SignatureMapping} the only
 * place that sees them.
 */
final class PacketMapping {

    private static final JAXBContext CONTEXT = context();

    private final EdXmlType root;

    private PacketMapping(EdXmlType root) {
        this.root = root;
    }

    /** Binds what a reader standing at the root holds. */
    static PacketMapping of(XMLStreamReader skeleton) throws XMLStreamException {
        try {
            return new PacketMapping(CONTEXT.createUnmarshaller()
                    .unmarshal(skeleton, EdXmlType.class)
                    .getValue());
        } catch (JAXBException e) {
            throw new XMLStreamException("binding", e);
        }
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(EdXmlType.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(
                    "JAXB context of edXML: cannot be built (expected: the schema's classes)", e);
        }
    }

    /**
     * The message; empty, with an error noted, where there is none or two in one.
     *
     * @param signatureNamespace namespace of the signature element as it was sent
     */
    Optional<Message> message(
            Optional<String> signatureNamespace, List<AttachmentUnpacker.Unpacked> unpacked, Notes notes) {
        HeaderType header =
                root.getEdXMLEnvelope() == null ? null : root.getEdXMLEnvelope().getEdXMLHeader();
        if (header == null || header.getMessageHeader() == null) {
            notes.add(Finding.error(
                    ErrorCode.PACKET_NOT_EDXML, "MessageHeader", "MessageHeader: missing (expected: one)"));
            return Optional.empty();
        }
        List<JAXBElement<?>> children = header.getMessageHeader().getChildren();
        boolean hasFiles =
                root.getAttachmentEncoded() != null || root.getEdXMLEnvelope().getEdXMLBody() != null;
        if (HeaderMapping.isStatus(children)) {
            if (hasFiles || HeaderMapping.has(children, "DocumentId")) {
                notes.add(Finding.error(
                        ErrorCode.PACKET_NOT_EDXML,
                        "MessageHeader/StatusCode",
                        "packet: a status and a document at once (expected: either)"));
                return Optional.empty();
            }
            return Optional.of(HeaderMapping.status(children));
        }
        return Optional.of(document(header, signatureNamespace, unpacked, notes));
    }

    private Packet document(
            HeaderType header,
            Optional<String> signatureNamespace,
            List<AttachmentUnpacker.Unpacked> unpacked,
            Notes notes) {
        List<TraceHop> trace = new ArrayList<>();
        Business business = Business.ABSENT;
        TraceHeaderListType list = header.getTraceHeaderList();
        for (Object child : list == null ? List.of() : list.getChildren()) {
            if (child instanceof TraceHeaderType hop) {
                trace.add(new TraceHop(text(hop.getOrganId()), text(hop.getTimestamp())));
            } else if (child instanceof BussinessType stated) {
                business = business(stated);
            }
        }
        if (!business.isStated()) {
            notes.add(Finding.information(
                    ErrorCode.FIELD_MISSING,
                    "TraceHeaderList/Bussiness",
                    "Bussiness: missing (expected: one; the document is taken as new)"));
        }
        return new Packet(
                HeaderMapping.document(header.getMessageHeader().getChildren()),
                list != null,
                trace,
                business,
                SignatureMapping.signature(header, signatureNamespace),
                manifest(),
                attachments(unpacked, notes));
    }

    private static Business business(BussinessType b) {
        List<Replacement> replacements = b.getReplacementInfoList() == null
                ? List.of()
                : b.getReplacementInfoList().getReplacementInfo().stream()
                        .map(r -> new Replacement(
                                new DocumentId(text(r.getDocumentId())),
                                r.getOrganIdList() == null
                                        ? List.of()
                                        : texts(r.getOrganIdList().getOrganId())))
                        .toList();
        return new Business(
                text(b.getBussinessDocType()),
                text(b.getBussinessDocReason()),
                new DocumentId(text(b.getDocumentId())),
                change(b.getBussinessDocumentInfo()),
                replacements,
                HeaderMapping.staff(b.getStaffInfo()),
                text(b.getPaper()));
    }

    private static DocumentChange change(@Nullable BussinessDocumentInfoType c) {
        if (c == null) {
            return DocumentChange.NONE;
        }
        List<ReceiverChange> receivers = c.getReceiverList() == null
                ? List.of()
                : c.getReceiverList().getReceiver().stream()
                        .map(r -> new ReceiverChange(text(r.getOrganId()), text(r.getReceiverType())))
                        .toList();
        return new DocumentChange(text(c.getDocumentInfo()), text(c.getDocumentReceiver()), receivers);
    }

    private List<ManifestReference> manifest() {
        if (root.getEdXMLEnvelope().getEdXMLBody() == null
                || root.getEdXMLEnvelope().getEdXMLBody().getEdXMLManifest() == null) {
            return List.of();
        }
        return root.getEdXMLEnvelope().getEdXMLBody().getEdXMLManifest().getReference().stream()
                .map(r -> new ManifestReference(
                        text(r.getContentId()),
                        text(r.getContentType()),
                        text(r.getDescription()),
                        text(r.getAttachmentName())))
                .toList();
    }

    private List<Attachment> attachments(List<AttachmentUnpacker.Unpacked> unpacked, Notes notes) {
        List<Attachment> attachments = new ArrayList<>();
        if (root.getAttachmentEncoded() == null) {
            return attachments;
        }
        for (AttachmentType a : root.getAttachmentEncoded().getAttachment()) {
            AttachmentUnpacker.Unpacked file = a.getContentTransferEncoded() == null
                    ? AttachmentUnpacker.Unpacked.NOTHING
                    : unpacked.get(Integer.parseInt(a.getContentTransferEncoded()));
            String where = "AttachmentEncoded/Attachment[" + (attachments.size() + 1) + "]";
            String name = text(a.getAttachmentName());
            file.fault()
                    .ifPresent(fault -> notes.add(
                            Finding.error(fault.code(), where, ReadingFaults.shown(name) + ": " + fault.text())));
            attachments.add(new Attachment(
                    text(a.getContentId()),
                    name,
                    text(a.getDescription()),
                    text(a.getContentType()),
                    text(a.getFieldName()),
                    text(a.getMimeType()),
                    file.payload()));
        }
        return attachments;
    }
}
