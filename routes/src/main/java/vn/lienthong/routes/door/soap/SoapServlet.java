package vn.lienthong.routes.door.soap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.Places;
import vn.lienthong.routes.door.SystemCall;
import vn.lienthong.routes.platform.CatchAll;
import vn.lienthong.routes.platform.CloseBehind;

/**
 * The door: knows the caller from headers, reads the call within bounds, has the engine carry it out, and writes what is not the
 * engine's to say. There is no list of services and no other page here.
 */
final class SoapServlet extends HttpServlet {

    static final String DOCUMENTS = "/documents";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SoapServlet.class);

    private final transient AuthenticateSystem authenticating;
    private final transient DoorRefusals refusals;
    private final transient ReadCall reading;
    private final transient SoapEngine engine;
    private final transient PublishedWsdl published;
    private final transient Places places;

    SoapServlet(
            AuthenticateSystem authenticating,
            DoorRefusals refusals,
            ReadCall reading,
            SoapEngine engine,
            PublishedWsdl published,
            Places places) {
        this.authenticating = authenticating;
        this.refusals = refusals;
        this.reading = reading;
        this.engine = engine;
        this.published = published;
        this.places = places;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        published.answer(request, response);
    }

    @Override
    @CatchAll("a fault of ours is the declared fault too, logged once, and tells nothing of our inside")
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!DOCUMENTS.equals(request.getPathInfo())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SoapVersion version = SoapVersion.ofContentType(
                Optional.ofNullable(request.getContentType()).orElse(""));
        try {
            switch (authenticating.authenticate(request)) {
                case SystemCall.Known known -> within(known.caller(), version, request, response);
                case SystemCall.Later later -> {
                    response.setHeader("Retry-After", later.limited().retryAfterSeconds());
                    SoapAnswers.fault(response, version, List.of(later.limited().finding()));
                }
                case SystemCall.Denied denied -> {
                    refusals.note(Channel.SOAP, denied.systemId(), request.getRemoteAddr(), denied.findings());
                    SoapAnswers.notLetIn(response, version, denied.toCaller());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", Channel.SOAP, request.getRequestURI(), e);
            String text = "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)";
            refuse(request, response, version, List.of(Finding.error(ErrorCode.INTERNAL, "", text)));
        }
    }

    private void within(Caller caller, SoapVersion version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<String> name = Optional.of(caller.systemId());
            takePlace(name);
            try {
                ReadCall.Read call = reading.read(caller, request);
                engine.call(
                        call.envelope(),
                        new SoapCall(caller, call.packet(), hop -> response.setHeader(SoapEngine.TRACE_HEADER, hop)),
                        request,
                        response);
            } finally {
                places.giveBack(name);
            }
        } catch (SoapRefusal refused) {
            if (!refused.isOnRecord()) {
                refusals.note(Channel.SOAP, caller.systemId(), request.getRemoteAddr(), refused.findings());
            }
            refuse(request, response, version, refused.findings());
        }
    }

    private void takePlace(Optional<String> caller) {
        switch (places.take(caller)) {
            case TAKEN -> {}
            case FULL -> {
                String text = "mọi chỗ xử lý đang bận (expected: gửi lại sau ít phút)";
                throw SoapRefusal.of(ErrorCode.BUSY, "soap", text);
            }
            case ENOUGH -> {
                String text =
                        places.mostOfOne() + " lời gọi của hệ thống đang được xử lý (expected: gửi lại sau ít phút)";
                throw SoapRefusal.of(ErrorCode.TOO_MANY_CALLS, "soap", text);
            }
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, SoapVersion version, List<Finding> findings)
            throws IOException {
        if (response.isCommitted() && request.getAttribute(SoapEndpoints.REACHED) == null) {
            // The container gave the connection up while its call was read: nobody hears an answer.
            return;
        }
        if (response.isCommitted()) {
            // Half an answer is out: only the end of the connection tells that it is none.
            throw new IOException("answer: broken off");
        }
        response.reset();
        // Where reading the body failed the container has an answer of its own in mind; the filter behind has this one.
        request.setAttribute(SoapErrorFilter.FINDINGS, findings);
        SoapAnswers.fault(response, version, findings);
        if (findings.getFirst().code() == ErrorCode.SLOW_CALLER) {
            CloseBehind.ask(request);
        }
    }
}
