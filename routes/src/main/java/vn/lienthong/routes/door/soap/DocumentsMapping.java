package vn.lienthong.routes.door.soap;

import jakarta.activation.DataHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.schemas.documents.CopyState;
import vn.lienthong.schemas.documents.Documents;
import vn.lienthong.schemas.documents.GetDocument;
import vn.lienthong.schemas.documents.GetDocumentResponse;
import vn.lienthong.schemas.documents.GetReceipt;
import vn.lienthong.schemas.documents.GetReceiptResponse;
import vn.lienthong.schemas.documents.GetSentState;
import vn.lienthong.schemas.documents.GetSentStateResponse;
import vn.lienthong.schemas.documents.ListReceived;
import vn.lienthong.schemas.documents.ListReceivedResponse;
import vn.lienthong.schemas.documents.ListSent;
import vn.lienthong.schemas.documents.ListSentResponse;
import vn.lienthong.schemas.documents.MessageType;
import vn.lienthong.schemas.documents.ReportReceipt;
import vn.lienthong.schemas.documents.ReportReceiptResponse;
import vn.lienthong.schemas.documents.ResolveAgency;
import vn.lienthong.schemas.documents.ResolveAgencyResponse;
import vn.lienthong.schemas.documents.Sent;
import vn.lienthong.schemas.documents.SentCopy;
import vn.lienthong.schemas.documents.StatusReceived;
import vn.lienthong.schemas.documents.SubmitDocument;
import vn.lienthong.schemas.documents.SubmitDocumentResponse;
import vn.lienthong.schemas.documents.SubmitStatus;
import vn.lienthong.schemas.documents.SubmitStatusResponse;
import vn.lienthong.schemas.documents.Waiting;

/** One call of the WSDL, into words of the domain and back. Only mappings see the generated classes. */
public final class DocumentsMapping implements Documents {

    static final Class<?> SERVICE = Documents.class;

    private final SoapOperations operations;
    private final SoapCall call;

    DocumentsMapping(SoapOperations operations, SoapCall call) {
        this.operations = operations;
        this.call = call;
    }

    @Override
    public SubmitDocumentResponse submitDocument(SubmitDocument request) {
        List<AgencyCode> to =
                request.getTo().stream().map(code -> Required.code("to", code)).toList();
        return switch (receive(MessageKind.EDOC, request.getPacket(), to, request.getSha256())) {
            case ReceptionAnswer.Taken taken -> {
                SubmitDocumentResponse response = new SubmitDocumentResponse();
                response.setDocId(taken.docId());
                response.setHeld(taken.state() == DossierState.HELD);
                response.setRepeated(taken.repeated());
                taken.findings().forEach(finding -> response.getFinding().add(finding(finding)));
                yield response;
            }
            case ReceptionAnswer.StatusTaken taken -> throw notThis(taken);
            case ReceptionAnswer.Refused refused -> throw notThis(refused);
        };
    }

    @Override
    public SubmitStatusResponse submitStatus(SubmitStatus request) {
        return switch (receive(MessageKind.STATUS, request.getPacket(), List.of(), request.getSha256())) {
            case ReceptionAnswer.StatusTaken taken -> {
                SubmitStatusResponse response = new SubmitStatusResponse();
                response.setDocId(taken.docId());
                response.setMatched(taken.matched());
                response.setRepeated(taken.repeated());
                taken.findings().forEach(finding -> response.getFinding().add(finding(finding)));
                yield response;
            }
            case ReceptionAnswer.Taken taken -> throw notThis(taken);
            case ReceptionAnswer.Refused refused -> throw notThis(refused);
        };
    }

    private ReceptionAnswer receive(
            MessageKind kind, @Nullable DataHandler inline, List<AgencyCode> to, @Nullable String sha256) {
        DataHandler packet = Required.present("packet", inline);
        StoredBytes bytes = call.packet().orElseGet(() -> {
            try (InputStream in = packet.getInputStream()) {
                return operations.handingIn().keep(call.caller(), in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return operations.handingIn().receive(call.caller(), kind, bytes, to, Optional.ofNullable(sha256));
    }

    private static IllegalStateException notThis(ReceptionAnswer answer) {
        return new IllegalStateException("reception: " + answer.getClass() + " (expected: an answer to what came)");
    }

    @Override
    public ListReceivedResponse listReceived(ListReceived request) {
        MessageKind kind = kind(Required.present("messageType", request.getMessageType()));
        Instant now = operations.clock().instant();
        ListReceivedResponse response = new ListReceivedResponse();
        response.setCount(operations.collecting().count(call.caller(), kind));
        operations
                .collecting()
                .list(
                        call.caller(),
                        kind,
                        WireTime.instant("since", request.getSince()),
                        WireTime.instant("until", request.getUntil()))
                .forEach(delivery -> response.getItem().add(waiting(delivery, now)));
        return response;
    }

    private static Waiting waiting(Delivery delivery, Instant now) {
        Waiting item = new Waiting();
        item.setDocId(delivery.docId());
        item.setMessageType(type(delivery.kind()));
        item.setFrom(delivery.from().text());
        item.setTo(delivery.code().text());
        item.setCreated(WireTime.of(delivery.createdAt()));
        item.setUpdated(WireTime.of(delivery.updatedAt()));
        item.setState(state(delivery, now));
        return item;
    }

    @Override
    public GetDocumentResponse getDocument(GetDocument request) {
        String docId = Required.present("docId", request.getDocId());
        Delivery delivery =
                operations.collecting().take(call.caller(), docId).orElseThrow(() -> Required.notFound(docId));
        OutgoingBytes.Copy copy = operations.outgoing().of(delivery);
        copy.traceHeader().ifPresent(call.traceHeader());
        GetDocumentResponse response = new GetDocumentResponse();
        response.setMessageType(type(delivery.kind()));
        response.setSha256(copy.digest().hex());
        response.setLength(copy.length());
        response.setTrace(copy.traceHeader().orElse(null));
        response.setPacket(new DataHandler(new VaultSource(copy::open)));
        return response;
    }

    @Override
    public ReportReceiptResponse reportReceipt(ReportReceipt request) {
        String docId = Required.present("docId", request.getDocId());
        CollectDocuments collecting = operations.collecting();
        CollectDocuments.Report report =
                switch (Required.present("status", request.getStatus())) {
                    case PROCESSING -> collecting.processing(call.caller(), docId);
                    case DONE -> collecting.done(call.caller(), docId);
                    case FAIL -> collecting.fail(call.caller(), docId);
                };
        return switch (report) {
            case TAKEN -> new ReportReceiptResponse();
            case UNKNOWN -> throw Required.notFound(docId);
            case REFUSED ->
                throw SoapRefusal.of(
                        ErrorCode.NOT_FOUND,
                        "docId",
                        "docId: " + docId + " không còn chờ nhận (expected: văn bản đang chờ nhận)");
        };
    }

    @Override
    public ListSentResponse listSent(ListSent request) {
        Instant now = operations.clock().instant();
        ListSentResponse response = new ListSentResponse();
        operations
                .sent()
                .list(
                        call.caller(),
                        WireTime.instant("since", request.getSince()),
                        WireTime.instant("until", request.getUntil()))
                .forEach(sent -> response.getItem().add(sent(sent, now)));
        return response;
    }

    @Override
    public GetSentStateResponse getSentState(GetSentState request) {
        GetSentStateResponse response = new GetSentStateResponse();
        response.setItem(sent(found(request.getDocId()), operations.clock().instant()));
        return response;
    }

    private FindSent.Sent found(@Nullable String docId) {
        String id = Required.present("docId", docId);
        return operations.sent().find(call.caller(), id).orElseThrow(() -> Required.notFound(id));
    }

    private static Sent sent(FindSent.Sent document, Instant now) {
        Dossier dossier = document.dossier();
        Sent item = new Sent();
        item.setDocId(dossier.senderDocId());
        item.setDocumentId(dossier.key().documentId().toString());
        item.setFrom(dossier.senderCode().text());
        item.setNumber(dossier.facts().symbol());
        item.setSubject(FaultText.shown(dossier.facts().subject()));
        item.setReceived(WireTime.of(dossier.receivedAt()));
        item.setHeld(dossier.hold().isPresent());
        item.setNote(FaultText.shown(dossier.holdReason()));
        for (Delivery delivery : document.copies()) {
            SentCopy copy = new SentCopy();
            copy.setTo(delivery.code().text());
            copy.setState(state(delivery, now));
            delivery.handedOverAt().map(WireTime::of).ifPresent(copy::setHandedOver);
            copy.setNote(FaultText.shown(document.note(delivery)));
            item.getCopy().add(copy);
        }
        document.statuses().forEach(status -> item.getStatus().add(status(status)));
        return item;
    }

    private static StatusReceived status(Status status) {
        StatusReceived item = new StatusReceived();
        item.setCode(FaultText.shown(status.code()));
        item.setFrom(status.fromCode().text());
        item.setDescription(FaultText.shown(status.description()));
        status.claimedAt().map(WireTime::of).ifPresent(item::setClaimed);
        item.setReceived(WireTime.of(status.receivedAt()));
        return item;
    }

    @Override
    public ResolveAgencyResponse resolveAgency(ResolveAgency request) {
        return AgencyMapping.resolve(
                request, operations.agencies().current(), operations.clock().instant());
    }

    @Override
    public GetReceiptResponse getReceipt(GetReceipt request) {
        Dossier dossier = found(request.getDocId()).dossier();
        byte[] receipt = operations.receipts().export(dossier.id()).orElseThrow();
        GetReceiptResponse response = new GetReceiptResponse();
        response.setReceipt(new DataHandler(new VaultSource(() -> new ByteArrayInputStream(receipt))));
        return response;
    }

    private static vn.lienthong.schemas.documents.Finding finding(Finding finding) {
        vn.lienthong.schemas.documents.Finding wire = new vn.lienthong.schemas.documents.Finding();
        wire.setCode(finding.code().name());
        wire.setSeverity(finding.severity().name());
        wire.setWhere(FaultText.shown(finding.where()));
        wire.setText(FaultText.shown(finding.text()));
        return wire;
    }

    private static MessageKind kind(MessageType type) {
        return switch (type) {
            case EDOC -> MessageKind.EDOC;
            case STATUS -> MessageKind.STATUS;
        };
    }

    private static MessageType type(MessageKind kind) {
        return switch (kind) {
            case EDOC -> MessageType.EDOC;
            case STATUS -> MessageType.STATUS;
        };
    }

    private static CopyState state(Delivery delivery, Instant now) {
        return switch (vn.lienthong.gateway.delivery.CopyState.of(delivery, now)) {
            case INITIAL -> CopyState.INITIAL;
            case PROCESSING -> CopyState.PROCESSING;
            case DONE -> CopyState.DONE;
            case FAIL -> CopyState.FAIL;
        };
    }
}
