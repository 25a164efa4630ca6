package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.SpoolBody;

/** A short JSON object as the body of a call; what it has beside what is asked for is passed over. */
sealed interface ProvincialBody {

    int LONGEST_BYTES = 64 * 1024;

    record Read(JsonNode object) implements ProvincialBody {

        /** A member as text; empty where there is none, where it is null or says nothing. */
        Optional<String> text(String name) {
            JsonNode member = object.path(name);
            return member.isValueNode() && !member.isNull()
                    ? Optional.of(member.asString("").strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        }

        Finding missing(String name) {
            return Finding.error(
                    ErrorCode.PARAMETER_MISSING, name, name + ": thiếu (expected: trong thân JSON của lời gọi)");
        }
    }

    record Refused(Finding finding) implements ProvincialBody {}

    static ProvincialBody of(HttpServletRequest request, SpoolBody spooling) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Optional<Finding> wrong = spooling.reading(request.getInputStream(), limited -> {
            body.writeBytes(limited.readNBytes(LONGEST_BYTES + 1));
            return body.size() > LONGEST_BYTES
                    ? Optional.of(Finding.error(
                            ErrorCode.TOO_LARGE,
                            "body",
                            "body: hơn " + LONGEST_BYTES + " byte (expected: không quá giới hạn này)"))
                    : Optional.empty();
        });
        return wrong.<ProvincialBody>map(Refused::new).orElseGet(() -> parsed(body.toByteArray()));
    }

    /** Of a whole body. */
    static ProvincialBody parsed(byte[] json) {
        try {
            JsonNode object = JsonMapper.shared().readTree(json);
            if (object != null && object.isObject()) {
                return new Read(object);
            }
        } catch (JacksonException notJson) {
            // As below.
        }
        return new Refused(Finding.error(
                ErrorCode.PARAMETER_MALFORMED, "body", "body: không đọc được (expected: một đối tượng JSON)"));
    }
}
