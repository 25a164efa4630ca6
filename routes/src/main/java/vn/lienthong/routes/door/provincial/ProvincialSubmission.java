package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.FormFields;
import vn.lienthong.routes.door.PlatformKind;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/**
 * {@code sendEdoc}: the packet is the part {@code edocFile}, {@code messageType} says what it is. Another gateway may add
 * {@code to}, a JSON array of codes that narrows the packet's recipients; the dialect has no place for it.
 */
final class ProvincialSubmission {

    private static final String FILE = "edocFile";
    private static final String KIND = "messageType";
    private static final String TO = "to";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final SpoolBody spooling;
    private final Receiver receiver;
    private final Clock clock;

    ProvincialSubmission(SpoolBody spooling, Receiver receiver, Clock clock) {
        this.spooling = spooling;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Answers with what reception says, which keeps its own refusals; or says why the file did not get there. */
    List<Finding> submit(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        FormFields beside = new FormFields(KIND, TO);
        return switch (spooling.of(caller)
                .part(request.getInputStream(), contentType, FILE, Optional.empty(), beside)) {
            case Upload.Refused refused -> List.of(refused.finding());
            case Upload.Stored stored -> {
                String messageType = beside.text(KIND).orElse("edoc");
                Optional<MessageKind> kind = PlatformKind.of(messageType);
                Optional<List<AgencyCode>> to = codes(beside.text(TO).orElse("[]"));
                if (!beside.areSound() || kind.isEmpty()) {
                    yield List.of(PlatformKind.wrong(KIND, messageType));
                }
                if (to.isEmpty()) {
                    yield List.of(Finding.error(
                            ErrorCode.PARAMETER_MALFORMED, TO, TO + ": không đọc được (expected: mảng JSON các mã)"));
                }
                answer(
                        response,
                        receiver.receive(new Submission(
                                stored.bytes(),
                                kind.get(),
                                Channel.PROVINCIAL,
                                caller,
                                Optional.empty(),
                                to.get(),
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant())));
                yield List.of();
            }
        };
    }

    private static void answer(HttpServletResponse response, ReceptionAnswer answer) throws IOException {
        switch (answer) {
            case ReceptionAnswer.Taken taken -> taken(response, taken.docId());
            case ReceptionAnswer.StatusTaken taken -> taken(response, taken.docId());
            case ReceptionAnswer.Refused refused -> ProvincialAnswers.fail(response, refused.findings());
        }
    }

    private static void taken(HttpServletResponse response, String docId) throws IOException {
        ProvincialAnswers.ok(response, json -> {
            json.writeStringProperty("docId", docId);
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("docId", docId);
            ProvincialAnswers.done(json);
            json.writeEndObject();
        });
    }

    /** Left out, a code that nobody can read would mean everybody. */
    static Optional<List<AgencyCode>> codes(String text) {
        try {
            List<String> codes = MAPPER.readValue(text, LIST);
            boolean usable = codes != null
                    && codes.stream()
                            .allMatch(code -> code != null
                                    && !code.isBlank()
                                    && code.chars().noneMatch(Character::isISOControl));
            return usable
                    ? Optional.of(codes.stream()
                            .map(String::strip)
                            .map(AgencyCode::new)
                            .toList())
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
