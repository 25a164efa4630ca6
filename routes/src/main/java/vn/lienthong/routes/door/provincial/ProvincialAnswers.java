package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformErrorCodes;
import vn.lienthong.routes.door.PlatformFindings;

/**
 * Answers as existing programs read them. Some look at {@code code} (200 is good), some at {@code success}, some at the three
 * members of the axis dialect: all are always there, and say the same.
 */
final class ProvincialAnswers {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int GOOD = 200;
    private static final int THEIRS = 400;
    private static final int OURS = 500;

    private ProvincialAnswers() {}

    /** Writes members of its own between the usual ones and the end of the object. */
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    static void ok(HttpServletResponse response, Members members) throws IOException {
        head(response, HttpServletResponse.SC_OK);
        write(response.getOutputStream(), new Outcome(GOOD, PlatformErrorCodes.OK, "OK"), members);
    }

    static void list(HttpServletResponse response, Stream<Map<String, Object>> items) throws IOException {
        ok(response, json -> {
            int[] count = {0};
            json.writeArrayPropertyStart("data");
            items.forEach(item -> {
                count[0]++;
                json.writeStartObject();
                item.forEach((name, value) -> json.writeStringProperty(name, value.toString()));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeNumberProperty("count", count[0]);
        });
    }

    static void fail(HttpServletResponse response, List<Finding> findings) throws IOException {
        fail(response, HttpServletResponse.SC_OK, findings);
    }

    /** With an HTTP status other than the usual one. */
    static void fail(HttpServletResponse response, int httpStatus, List<Finding> findings) throws IOException {
        ErrorCode first =
                findings.isEmpty() ? ErrorCode.INTERNAL : findings.getFirst().code();
        String code = PlatformErrorCodes.of(first);
        boolean ours = code.equals(PlatformErrorCodes.SYSTEM_ERROR);
        Outcome outcome = new Outcome(ours ? OURS : THEIRS, code, PlatformFindings.line(findings));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        write(answer, outcome, json -> {
            json.writeObjectPropertyStart("data");
            json.writeNullProperty("docId");
            state(json, outcome);
            json.writeEndObject();
        });
        head(response, httpStatus);
        // Of known length, so that it is whole for the caller even where the connection ends with it.
        response.setContentLength(answer.size());
        answer.writeTo(response.getOutputStream());
        response.flushBuffer();
    }

    /** What a caller without a token hears, as the platforms say it: no JSON. */
    static void unauthorized(HttpServletResponse response) throws IOException {
        byte[] text = "Unauthorized".getBytes(StandardCharsets.US_ASCII);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"lienthong\"");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    /** The state of what was asked, as {@code data} has it. */
    static void done(JsonGenerator json) {
        state(json, new Outcome(GOOD, PlatformErrorCodes.OK, ""));
    }

    private record Outcome(int code, String errorCode, String text) {

        String word() {
            return code == GOOD ? "OK" : "FAIL";
        }

        String description() {
            return code == GOOD ? "" : text;
        }
    }

    private static void state(JsonGenerator json, Outcome outcome) {
        json.writeStringProperty("status", outcome.word());
        json.writeStringProperty("errorCode", outcome.errorCode());
        json.writeStringProperty("errorDesc", outcome.description());
    }

    private static void head(HttpServletResponse response, int httpStatus) {
        response.setStatus(httpStatus);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
    }

    private static void write(OutputStream out, Outcome outcome, Members members) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanProperty("success", outcome.code() == GOOD);
            json.writeNumberProperty("code", outcome.code());
            json.writeStringProperty("message", outcome.text());
            json.writeStringProperty("status", outcome.word());
            json.writeStringProperty("ErrorCode", outcome.errorCode());
            json.writeStringProperty("ErrorDesc", outcome.description());
            members.write(json);
            json.writeEndObject();
        }
    }
}
