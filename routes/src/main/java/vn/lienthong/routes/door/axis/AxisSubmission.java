package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformKind;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/** {@code sendEdoc}: spools the packet while checking its announced digest, and hands it to reception. */
final class AxisSubmission {

    private static final String PART = "file_doc";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final SpoolBody spooling;
    private final Receiver receiver;
    private final Clock clock;

    AxisSubmission(SpoolBody spooling, Receiver receiver, Clock clock) {
        this.spooling = spooling;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Answers with what reception says, which keeps its own refusals; or says why the file did not get there. */
    List<Finding> submit(AxisCall.Known call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<MessageKind> kind = kind(call);
        Optional<List<AgencyCode>> to = recipients(call);
        if (kind.isEmpty() || to.isEmpty() || call.parameter("hash-file").isEmpty()) {
            return List.of(wrongParameter(call, kind.isEmpty(), to.isEmpty()));
        }
        return switch (upload(call, request)) {
            case Upload.Refused refused -> List.of(refused.finding());
            case Upload.Stored stored -> {
                answer(response, receiver.receive(submission(call, kind.get(), to.get(), stored.bytes())));
                yield List.of();
            }
        };
    }

    private Upload upload(AxisCall.Known call, HttpServletRequest request) throws IOException {
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        Optional<String> announced = call.parameter("hash-file");
        SpoolBody own = spooling.of(call.caller());
        return contentType.startsWith("multipart/")
                ? own.part(request.getInputStream(), contentType, PART, announced)
                : own.whole(request.getInputStream(), announced);
    }

    private Submission submission(AxisCall.Known call, MessageKind kind, List<AgencyCode> to, StoredBytes bytes) {
        return new Submission(
                bytes,
                kind,
                Channel.AXIS,
                call.caller(),
                call.parameter("from").map(AgencyCode::new),
                to,
                Optional.empty(),
                Optional.empty(),
                clock.instant());
    }

    private static void answer(HttpServletResponse response, ReceptionAnswer answer) throws IOException {
        switch (answer) {
            case ReceptionAnswer.Taken taken ->
                AxisAnswers.ok(response, json -> json.writeStringProperty("DocId", taken.docId()));
            case ReceptionAnswer.StatusTaken taken ->
                AxisAnswers.ok(response, json -> json.writeStringProperty("DocId", taken.docId()));
            case ReceptionAnswer.Refused refused -> AxisAnswers.fail(response, refused.findings());
        }
    }

    private static Optional<MessageKind> kind(AxisCall.Known call) {
        return PlatformKind.of(call.parameter("messagetype").orElse("edoc"));
    }

    /** A JSON array of codes, if given; one bare code is taken for a list of one. Empty when it is neither. */
    private static Optional<List<AgencyCode>> recipients(AxisCall.Known call) {
        String text = call.parameter("to").orElse("[]");
        if (!text.startsWith("[")) {
            return Optional.of(List.of(new AgencyCode(text)));
        }
        try {
            return Optional.of(MAPPER.readValue(text, LIST).stream()
                    .filter(code -> code != null && !code.isBlank())
                    .map(AgencyCode::new)
                    .toList());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Finding wrongParameter(AxisCall.Known call, boolean kindWrong, boolean toWrong) {
        if (kindWrong) {
            return PlatformKind.wrong(
                    "messagetype", call.parameter("messagetype").orElse(""));
        }
        if (toWrong) {
            return Finding.error(
                    ErrorCode.PARAMETER_MALFORMED, "to", "to: không đọc được (expected: mảng JSON các mã)");
        }
        return call.missing("hash-file");
    }
}
