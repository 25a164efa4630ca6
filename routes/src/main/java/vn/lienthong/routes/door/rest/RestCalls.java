package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.SystemCall;
import vn.lienthong.routes.platform.CatchAll;
import vn.lienthong.routes.platform.CloseBehind;

/** Carries out the operations of this door: who calls, what is answered, what is written down. */
@Component
final class RestCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RestCalls.class);

    private final AuthenticateSystem authenticating;
    private final DoorRefusals refusals;

    RestCalls(AuthenticateSystem authenticating, DoorRefusals refusals) {
        this.authenticating = authenticating;
        this.refusals = refusals;
    }

    /** One operation of a caller that is known. */
    @FunctionalInterface
    interface Operation {
        RestAnswer answer(Caller caller) throws IOException;
    }

    @CatchAll("a fault of ours is answered in this door's own form, logged once, and tells nothing of our inside")
    void call(HttpServletRequest request, HttpServletResponse response, Operation operation) throws IOException {
        try {
            switch (authenticating.authenticate(request)) {
                case SystemCall.Known known -> {
                    RestAnswer answer = operation.answer(known.caller());
                    if (answer instanceof RestAnswer.Refused refused && isOfTheDoor(refused)) {
                        refusals.note(
                                Channel.REST, known.caller().systemId(), request.getRemoteAddr(), refused.findings());
                    }
                    write(request, response, answer);
                }
                case SystemCall.Later later -> {
                    response.setHeader("Retry-After", later.limited().retryAfterSeconds());
                    refuse(request, response, List.of(later.limited().finding()));
                }
                case SystemCall.Denied denied -> {
                    refusals.note(Channel.REST, denied.systemId(), request.getRemoteAddr(), denied.findings());
                    refuse(request, response, denied.toCaller());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", Channel.REST, request.getRequestURI(), e);
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            String text = "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)";
            Problems.write(response, List.of(Finding.error(ErrorCode.INTERNAL, request.getRequestURI(), text)));
        }
    }

    /** Reception keeps its own refusals; and that something is not there is no refusal. */
    private static boolean isOfTheDoor(RestAnswer.Refused refused) {
        return !refused.kept() && refused.findings().getFirst().code() != ErrorCode.NOT_FOUND;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, RestAnswer answer)
            throws IOException {
        switch (answer) {
            case RestAnswer.Json json -> json(request, response, json);
            case RestAnswer.Again again -> {
                response.setHeader("Idempotency-Replayed", "true");
                json(request, response, again.first());
            }
            case RestAnswer.Text text -> text(response, text);
            case RestAnswer.Nothing nothing -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case RestAnswer.Written written -> response.flushBuffer();
            case RestAnswer.Refused refused -> refuse(request, response, refused.findings());
        }
    }

    private static void text(HttpServletResponse response, RestAnswer.Text text) throws IOException {
        byte[] body = text.body().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Language", text.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void json(HttpServletRequest request, HttpServletResponse response, RestAnswer.Json json)
            throws IOException {
        byte[] body = json.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(json.status());
        json.location().ifPresent(location -> response.setHeader("Location", location));
        if ("GET".equals(request.getMethod())) {
            String tag = "\"" + Sha256.of(body).hex().substring(0, 32) + "\"";
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "private, no-cache");
            if (names(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** RFC 9110 §13.1.2: any of a list, weak or strong, or a star. */
    static boolean names(@Nullable String header, String tag) {
        return header != null && (header.strip().equals("*") || header.contains(tag));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, List<Finding> findings)
            throws IOException {
        // Where reading the body failed the container has an answer of its own in mind; the filter behind it has this
        // one.
        request.setAttribute(RestErrorFilter.FINDINGS, findings);
        Problems.write(response, findings);
        if (findings.getFirst().code() == ErrorCode.SLOW_CALLER) {
            CloseBehind.ask(request);
        }
    }
}
