package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
 * Answers as the existing client libraries read them: always HTTP 200 with a JSON object whose {@code status},
 * {@code ErrorCode} and {@code ErrorDesc} are strings. A missing member makes some of them throw, so all three are always
 * there, and texts that we do not know are empty strings.
 */
final class AxisAnswers {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AxisAnswers() {}

    /** Writes members of its own between the usual three and the end of the object. */
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    static void ok(HttpServletResponse response, Members members) throws IOException {
        head(response, HttpServletResponse.SC_OK);
        write(response.getOutputStream(), "OK", PlatformErrorCodes.OK, "", members);
    }

    static void fail(HttpServletResponse response, List<Finding> findings) throws IOException {
        fail(response, HttpServletResponse.SC_OK, findings);
    }

    /** With the HTTP status that the container chose, for what is no operation at all. */
    static void fail(HttpServletResponse response, int httpStatus, List<Finding> findings) throws IOException {
        ErrorCode first =
                findings.isEmpty() ? ErrorCode.INTERNAL : findings.getFirst().code();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        write(answer, "FAIL", PlatformErrorCodes.of(first), PlatformFindings.line(findings), json -> {});
        head(response, httpStatus);
        // Of known length, so that it is whole for the caller even where the connection ends with it.
        response.setContentLength(answer.size());
        answer.writeTo(response.getOutputStream());
        response.flushBuffer();
    }

    static void list(HttpServletResponse response, Stream<Map<String, Object>> items) throws IOException {
        ok(response, json -> {
            json.writeArrayPropertyStart("data");
            items.forEach(item -> {
                json.writeStartObject();
                item.forEach((name, value) -> {
                    switch (value) {
                        case Boolean flag -> json.writeBooleanProperty(name, flag);
                        case Number number -> json.writeNumberProperty(name, number.longValue());
                        default -> json.writeStringProperty(name, value.toString());
                    }
                });
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static void head(HttpServletResponse response, int httpStatus) {
        response.setStatus(httpStatus);
        response.setContentType("application/json;charset=UTF-8");
    }

    private static void write(OutputStream out, String status, String errorCode, String errorText, Members members)
            throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            json.writeStringProperty("ErrorCode", errorCode);
            json.writeStringProperty("ErrorDesc", errorText);
            members.write(json);
            json.writeEndObject();
        }
    }
}
