package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.platform.CatchAll;
import vn.lienthong.routes.platform.CloseBehind;

/** Carries out the operations of this door: who calls, what is answered, what is written down. */
final class ProvincialCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ProvincialCalls.class);

    private final AuthenticateProvincial authenticating;
    private final DoorRefusals refusals;

    ProvincialCalls(AuthenticateProvincial authenticating, DoorRefusals refusals) {
        this.authenticating = authenticating;
        this.refusals = refusals;
    }

    interface Operation {
        /** Answers the call; or says, having written nothing, why not. */
        List<Finding> answer(Caller caller) throws IOException;
    }

    void call(HttpServletRequest request, HttpServletResponse response, Operation operation) throws IOException {
        guarded(request, response, () -> known(request, response, false, operation));
    }

    /** One that a token alone lets in. */
    void callByToken(HttpServletRequest request, HttpServletResponse response, Operation operation) throws IOException {
        guarded(request, response, () -> known(request, response, true, operation));
    }

    private void known(
            HttpServletRequest request, HttpServletResponse response, boolean tokenIsEnough, Operation operation)
            throws IOException {
        switch (authenticating.authenticate(request, tokenIsEnough)) {
            case ProvincialCall.Known known -> {
                List<Finding> wrong = operation.answer(known.caller());
                if (!wrong.isEmpty()) {
                    note(known.caller().systemId(), request, wrong);
                    refuse(request, response, wrong);
                }
            }
            case ProvincialCall.TooMany tooMany -> tooMany(response, tooMany.limited());
            case ProvincialCall.WithoutToken denied -> {
                note(denied.systemId(), request, denied.findings());
                ProvincialAnswers.unauthorized(response);
            }
            case ProvincialCall.WrongSecret denied -> {
                note(denied.systemId(), request, denied.findings());
                refuse(request, response, denied.findings());
            }
        }
    }

    /** Programs of this dialect read no other status than 200; the header is for those that do. */
    static void tooMany(HttpServletResponse response, LimitCalls.Limited limited) throws IOException {
        response.setHeader("Retry-After", limited.retryAfterSeconds());
        ProvincialAnswers.fail(response, List.of(limited.finding()));
    }

    void note(String systemId, HttpServletRequest request, List<Finding> findings) {
        refusals.note(Channel.PROVINCIAL, systemId, request.getRemoteAddr(), findings);
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, List<Finding> findings)
            throws IOException {
        // Where reading the body failed the container has an answer of its own in mind; the filter behind it has this
        // one.
        request.setAttribute(ProvincialErrorFilter.FINDINGS, findings);
        ProvincialAnswers.fail(response, findings);
        if (findings.getFirst().code() == ErrorCode.SLOW_CALLER) {
            CloseBehind.ask(request);
        }
    }

    /** Something that answers by itself. */
    interface Answering {
        void answer() throws IOException;
    }

    @CatchAll("a fault of ours is answered in the dialect's own form, logged once, and tells nothing of our inside")
    static void guarded(HttpServletRequest request, HttpServletResponse response, Answering answering)
            throws IOException {
        try {
            answering.answer();
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", Channel.PROVINCIAL, request.getRequestURI(), e);
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            String text = "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)";
            ProvincialAnswers.fail(response, List.of(Finding.error(ErrorCode.INTERNAL, request.getRequestURI(), text)));
        }
    }
}
