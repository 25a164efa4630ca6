package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.ReportCopy;
import vn.lienthong.routes.door.SpoolBody;

/**
 * {@code updateStatus}: {@code processing}, {@code done} or {@code fail} of a copy; or a status of QĐ 28/2018 by its number,
 * which says that the recipient has the document as well.
 */
final class ProvincialStatus {

    private final SpoolBody spooling;
    private final ReportCopy reporting;
    private final SayStatus saying;

    ProvincialStatus(SpoolBody spooling, ReportCopy reporting, SayStatus saying) {
        this.spooling = spooling;
        this.reporting = reporting;
        this.saying = saying;
    }

    List<Finding> update(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return switch (ProvincialBody.of(request, spooling.of(caller))) {
            case ProvincialBody.Refused refused -> List.of(refused.finding());
            case ProvincialBody.Read body -> update(caller, body, response);
        };
    }

    private List<Finding> update(Caller caller, ProvincialBody.Read body, HttpServletResponse response)
            throws IOException {
        Optional<String> docId = body.text("docId");
        Optional<String> status = body.text("status");
        if (docId.isEmpty() || status.isEmpty()) {
            return List.of(body.missing(docId.isEmpty() ? "docId" : "status"));
        }
        if (!ProvincialDoor.isId(docId.get())) {
            return List.of(ReportCopy.notFound(""));
        }
        List<Finding> wrong = SayStatus.isStatus(status.get())
                ? business(
                        caller,
                        docId.get(),
                        status.get(),
                        body.text("description").orElse(""))
                : reporting.report(caller, docId.get(), status.get());
        if (wrong.isEmpty()) {
            ProvincialAnswers.ok(response, json -> {
                json.writeObjectPropertyStart("data");
                json.writeStringProperty("docId", docId.get());
                ProvincialAnswers.done(json);
                json.writeEndObject();
            });
        }
        return wrong;
    }

    private List<Finding> business(Caller caller, String docId, String number, String words) throws IOException {
        List<Finding> wrong = saying.say(caller, docId, SayStatus.code(number), words);
        return wrong.isEmpty() ? reporting.report(caller, docId, "done") : wrong;
    }
}
