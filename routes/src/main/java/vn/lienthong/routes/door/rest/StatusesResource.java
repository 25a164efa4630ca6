package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.CheckStatusForm;
import vn.lienthong.routes.door.StatusForm;

/** Business statuses that recipients and senders report; what comes back is found among the deliveries. */
@RestController
final class StatusesResource {

    private final RestCalls calls;
    private final HandIn handIn;
    private final ReadBody bodies;
    private final DocumentsResource.Compose composing;

    StatusesResource(RestCalls calls, HandIn handIn, ReadBody bodies, DocumentsResource.Compose composing) {
        this.calls = calls;
        this.handIn = handIn;
        this.bodies = bodies;
        this.composing = composing;
    }

    @PostMapping(RestPaths.BASE + "/statuses")
    void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            String type = Optional.ofNullable(request.getContentType()).orElse("");
            if (ContentTypes.isJson(type)) {
                return bodies.json(caller, request, StatusForm.class, (form, json) -> {
                    List<Finding> wrong = CheckStatusForm.of(form);
                    return wrong.isEmpty()
                            ? handIn.message(caller, request, MessageKind.STATUS, json, begun -> composing
                                    .statuses()
                                    .compose(form, begun))
                            : new RestAnswer.Refused(wrong, false);
                });
            }
            return ContentTypes.isPacket(type)
                    ? handIn.packet(caller, request, MessageKind.STATUS)
                    : ContentTypes.refused(type, "application/json hoặc application/xml");
        });
    }
}
