package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.ReportCopy;

/** Every operation of the provincial dialect but the login, one method each. */
@RestController
@RequestMapping("/v1")
final class ProvincialDoor {

    private final ProvincialCalls calls;
    private final ProvincialSubmission submitting;
    private final ProvincialLists lists;
    private final ProvincialStatus statuses;
    private final CollectDocuments collecting;
    private final OutgoingBytes outgoing;

    ProvincialDoor(
            ProvincialCalls calls,
            ProvincialSubmission submitting,
            ProvincialLists lists,
            ProvincialStatus statuses,
            CollectDocuments collecting,
            OutgoingBytes outgoing) {
        this.calls = calls;
        this.submitting = submitting;
        this.lists = lists;
        this.statuses = statuses;
        this.collecting = collecting;
        this.outgoing = outgoing;
    }

    @PostMapping("/sendEdoc")
    void sendEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> submitting.submit(caller, request, response));
    }

    @GetMapping("/syncReceivedEdocList")
    void syncReceivedEdocList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> lists.received(caller, request, response));
    }

    @GetMapping("/getEdoc")
    void getEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"GET".equals(request.getMethod())) {
            // HEAD would note that the content was taken, and bring none.
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        calls.call(request, response, caller -> take(caller, request, response));
    }

    @PostMapping("/updateStatus")
    void updateStatus(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> statuses.update(caller, request, response));
    }

    @GetMapping("/getAgenciesList")
    void getAgenciesList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.callByToken(request, response, caller -> lists.agencies(response));
    }

    private List<Finding> take(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> docId = ProvincialLists.parameter(request, "docId");
        if (docId.isEmpty()) {
            String text = "docId: thiếu (expected: mã trong danh sách nhận)";
            return List.of(Finding.error(ErrorCode.PARAMETER_MISSING, "docId", text));
        }
        Optional<Delivery> delivery = docId.filter(ProvincialDoor::isId).flatMap(id -> collecting.take(caller, id));
        if (delivery.isEmpty()) {
            return List.of(ReportCopy.notFound(docId.get()));
        }
        handOut(delivery.get(), response);
        return List.of();
    }

    /** What leaves, its hop said beside it where it is not inside. */
    private void handOut(Delivery delivery, HttpServletResponse response) throws IOException {
        OutgoingBytes.Copy copy = outgoing.of(delivery);
        copy.traceHeader().ifPresent(hop -> response.setHeader(OutgoingBytes.Copy.TRACE_HEADER, hop));
        try (InputStream in = copy.open()) {
            ProvincialAnswers.ok(response, json -> {
                json.writeObjectPropertyStart("data");
                json.writeStringProperty("docId", delivery.docId());
                json.writeStringProperty("from", delivery.from().text());
                json.writeStringProperty("to", delivery.code().text());
                json.writeStringProperty("messageType", delivery.kind().name().toLowerCase(Locale.ROOT));
                ProvincialAnswers.done(json);
                json.writeName("data");
                json.writeBinary(in, -1);
                json.writeEndObject();
            });
        }
    }

    /** What no id of ours looks like is not looked up; no store of texts has a place for NUL. */
    static boolean isId(String text) {
        return text.length() <= 200 && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
