package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.ReportCopy;
import vn.lienthong.routes.platform.CatchAll;
import vn.lienthong.routes.platform.CloseBehind;

/** Every operation of the axis dialect, one method each. */
@RestController
@RequestMapping("/XrdAdapter/adapter")
public class AxisDoor {

    private static final Logger LOG = LoggerFactory.getLogger(AxisDoor.class);

    private final AuthenticateAxis authenticating;
    private final DoorRefusals refusals;
    private final AxisSubmission submitting;
    private final AxisLists lists;
    private final AxisUnits units;
    private final AxisRegistration registering;
    private final CollectDocuments collecting;
    private final ReportCopy reporting;
    private final OutgoingBytes outgoing;

    AxisDoor(
            AuthenticateAxis authenticating,
            DoorRefusals refusals,
            AxisSubmission submitting,
            AxisListing listing,
            AxisRegistration registering,
            CollectDocuments collecting,
            OutgoingBytes outgoing) {
        this.authenticating = authenticating;
        this.refusals = refusals;
        this.submitting = submitting;
        this.lists = listing.lists();
        this.units = listing.units();
        this.registering = registering;
        this.collecting = collecting;
        this.reporting = new ReportCopy(collecting);
        this.outgoing = outgoing;
    }

    /** The two kinds of list this door answers with. */
    record AxisListing(AxisLists lists, AxisUnits units) {}

    private interface Operation {
        /** Answers the call; or says, having written nothing, why not. */
        List<Finding> answer(AxisCall.Known call) throws IOException;
    }

    @PostMapping("/sendEdoc")
    void sendEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> submitting.submit(call, request, response));
    }

    @PostMapping("/getReceivedEdocList")
    void getReceivedEdocList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> lists.received(call, response));
    }

    @PostMapping("/getSentEdocList")
    void getSentEdocList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> lists.sent(call, response));
    }

    @PostMapping("/getEdoc")
    void getEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(
                request,
                response,
                call -> take(call, delivery -> {
                    try (InputStream in = copy(delivery, response).open()) {
                        AxisAnswers.ok(response, json -> {
                            json.writeName("data");
                            json.writeBinary(in, -1);
                        });
                    }
                }));
    }

    @GetMapping("/downloadEdoc")
    void downloadEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"GET".equals(request.getMethod())) {
            // HEAD would note that the content was taken, and bring none.
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        call(
                request,
                response,
                call -> take(call, delivery -> {
                    response.setContentType("application/octet-stream");
                    response.setHeader(
                            "Content-Disposition", "attachment; filename=\"" + delivery.docId() + ".edxml\"");
                    OutgoingBytes.Copy copy = copy(delivery, response);
                    response.setContentLengthLong(copy.length());
                    try (InputStream in = copy.open()) {
                        in.transferTo(response.getOutputStream());
                    }
                }));
    }

    /** What leaves, its hop said beside it where it is not inside. */
    private OutgoingBytes.Copy copy(Delivery delivery, HttpServletResponse response) {
        OutgoingBytes.Copy copy = outgoing.of(delivery);
        copy.traceHeader().ifPresent(hop -> response.setHeader(OutgoingBytes.Copy.TRACE_HEADER, hop));
        return copy;
    }

    @PostMapping("/updateStatus")
    void updateStatus(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> {
            Optional<String> docId = call.parameter("docId");
            Optional<String> status = call.parameter("status");
            return docId.isEmpty() || status.isEmpty()
                    ? List.of(call.missing(docId.isEmpty() ? "docId" : "status"))
                    : report(call, docId.get(), status.get(), response);
        });
    }

    @GetMapping("/countReceiveEdoc")
    void countReceiveEdoc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> count(call, MessageKind.EDOC, response));
    }

    @GetMapping("/countReceiveStatus")
    void countReceiveStatus(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> count(call, MessageKind.STATUS, response));
    }

    @PostMapping("/getAgenciesList")
    void getAgenciesList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> units.agencies(response));
    }

    @PostMapping("/getAgenciesListQD20")
    void getAgenciesListQd20(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> units.agenciesByNewCode(response));
    }

    @PostMapping("/getSynchronizeUnit")
    void getSynchronizeUnit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> units.units(response));
    }

    @PostMapping("/registerAgency")
    void registerAgency(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> registering.file("registerAgency", call, request, response));
    }

    @PostMapping("/deleteAgency")
    void deleteAgency(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call(request, response, call -> registering.file("deleteAgency", call, request, response));
    }

    private List<Finding> count(AxisCall.Known call, MessageKind kind, HttpServletResponse response)
            throws IOException {
        long count = collecting.count(call.caller(), kind);
        AxisAnswers.ok(response, json -> json.writeNumberProperty("count", count));
        return List.of();
    }

    private interface HandingOut {
        void handOut(Delivery delivery) throws IOException;
    }

    private List<Finding> take(AxisCall.Known call, HandingOut handingOut) throws IOException {
        Optional<String> docId = call.parameter("docId");
        if (docId.isEmpty()) {
            return List.of(call.missing("docId"));
        }
        Optional<Delivery> delivery = collecting.take(call.caller(), docId.get());
        if (delivery.isEmpty()) {
            return List.of(ReportCopy.notFound(docId.get()));
        }
        handingOut.handOut(delivery.get());
        return List.of();
    }

    private List<Finding> report(AxisCall.Known call, String docId, String status, HttpServletResponse response)
            throws IOException {
        List<Finding> wrong = reporting.report(call.caller(), docId, status);
        if (wrong.isEmpty()) {
            AxisAnswers.ok(response, json -> {});
        }
        return wrong;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, List<Finding> findings)
            throws IOException {
        // Where reading the body failed the container has an answer of its own in mind; the filter behind it has this
        // one.
        request.setAttribute(AxisErrorFilter.FINDINGS, findings);
        AxisAnswers.fail(response, findings);
        if (findings.getFirst().code() == ErrorCode.SLOW_CALLER) {
            CloseBehind.ask(request);
        }
    }

    @CatchAll("a fault of ours is answered in the dialect's own form, logged once, and tells nothing of our inside")
    private void call(HttpServletRequest request, HttpServletResponse response, Operation operation)
            throws IOException {
        try {
            switch (authenticating.authenticate(request)) {
                case AxisCall.Known known -> {
                    List<Finding> wrong = operation.answer(known);
                    if (!wrong.isEmpty()) {
                        refusals.note(Channel.AXIS, known.caller().systemId(), request.getRemoteAddr(), wrong);
                        refuse(request, response, wrong);
                    }
                }
                case AxisCall.Later later -> {
                    response.setHeader("Retry-After", later.limited().retryAfterSeconds());
                    refuse(request, response, List.of(later.limited().finding()));
                }
                case AxisCall.Denied denied -> {
                    refusals.note(Channel.AXIS, denied.systemId(), request.getRemoteAddr(), denied.findings());
                    refuse(request, response, Disclosure.toCaller(denied.findings()));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", Channel.AXIS, request.getRequestURI(), e);
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            String text = "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)";
            AxisAnswers.fail(response, List.of(Finding.error(ErrorCode.INTERNAL, request.getRequestURI(), text)));
        }
    }
}
