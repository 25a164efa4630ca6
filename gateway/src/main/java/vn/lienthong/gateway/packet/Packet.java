package vn.lienthong.gateway.packet;

import java.util.List;
import java.util.Optional;

/**
 * A document as it travels: header, trace, what is to be done with it, and its files.
 *
 * @param hasTrace whether there is a TraceHeaderList element, be it empty: a hop is added inside it
 * @param trace the stations it passed, in the packet's order, as written
 * @param envelopeSignature facts of the packet's own signature, nothing verified
 * @param manifest what should be attached
 * @param attachments what is attached, in the packet's order
 */
public record Packet(
        DocumentHeader header,
        boolean hasTrace,
        List<TraceHop> trace,
        Business business,
        EnvelopeSignature envelopeSignature,
        List<ManifestReference> manifest,
        List<Attachment> attachments)
        implements Message {

    public Packet {
        trace = List.copyOf(trace);
        manifest = List.copyOf(manifest);
        attachments = List.copyOf(attachments);
    }

    /** A packet to send: its manifest names what is attached, the first hop is the sender's own. */
    public static Packet toSend(
            DocumentHeader header, TraceHop firstHop, Business business, List<Attachment> attachments) {
        List<ManifestReference> manifest = attachments.stream()
                .map(a -> new ManifestReference(a.contentId(), a.contentType(), a.description(), a.name()))
                .toList();
        return new Packet(header, true, List.of(firstHop), business, EnvelopeSignature.ABSENT, manifest, attachments);
    }

    /**
     * The documents that this one acts on; none for a new one. Where a revocation or an update names its document is not
     * settled, so Bussiness/DocumentId is looked at first, then the first ResponseFor with an id, then the header's own id. A
     * replacement lists its targets. None found means the packet is at fault.
     */
    public List<DocumentId> targets() {
        return switch (business.action()) {
            case NEW -> List.of();
            case REVOKE, UPDATE ->
                business.targetDocumentId()
                        .or(this::answeredDocument)
                        .or(() -> present(documentId()))
                        .map(List::of)
                        .orElse(List.of());
            case REPLACE -> replaced();
        };
    }

    private List<DocumentId> replaced() {
        List<DocumentId> listed = business.replacements().stream()
                .map(Replacement::documentId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return listed.isEmpty() ? business.targetDocumentId().map(List::of).orElse(List.of()) : listed;
    }

    private Optional<DocumentId> answeredDocument() {
        return responseFor().stream()
                .map(ResponseFor::documentId)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static Optional<DocumentId> present(DocumentId id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    @Override
    public AgencyBlock from() {
        return header.from();
    }

    /** The recipients (QCVN 102 1.2). */
    public List<AgencyBlock> to() {
        return header.to();
    }

    public DocumentId documentId() {
        return header.documentId();
    }

    public DocumentCode code() {
        return header.code();
    }

    public Promulgation promulgation() {
        return header.promulgation();
    }

    public DocumentType documentType() {
        return header.documentType();
    }

    public String subject() {
        return header.subject();
    }

    public String content() {
        return header.content();
    }

    public Signer signer() {
        return header.signer();
    }

    public DateText dueDate() {
        return header.dueDate();
    }

    public OtherInfo otherInfo() {
        return header.otherInfo();
    }

    public List<ResponseFor> responseFor() {
        return header.responseFor();
    }

    public String steeringType() {
        return header.steeringType();
    }

    public List<String> toPlaces() {
        return header.toPlaces();
    }
}
