package vn.lienthong.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a provincial platform answered. Platforms differ: some say {@code code} 200, some {@code success}, some what the
 * axis says; where any of them speaks of a failure, it is one.
 */
final class ProvincialReply {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> GOOD_CODES = List.of("", "0", "200");
    private static final List<String> NO_ERROR = List.of("", "0");
    private static final List<String> BAD_WORDS = List.of("FAIL", "FAILED", "ERROR");

    private ProvincialReply() {}

    /** Reads a whole answer. One that is good has the transport id, if any, in {@code DocId}. */
    static AxisReply of(int httpStatus, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return json(text)
                .flatMap(ProvincialReply::object)
                .flatMap(object -> said(httpStatus, object))
                .orElseGet(() -> new AxisReply.Unreadable(httpStatus, AxisReply.shown(text)));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** A bare list is one that was given. */
    private static Optional<ObjectNode> object(JsonNode answer) {
        if (answer.isArray()) {
            ObjectNode good = MAPPER.createObjectNode().put("code", 200);
            good.set("data", answer);
            return Optional.of(good);
        }
        return answer.isObject() ? Optional.of(answer.asObject()) : Optional.empty();
    }

    private static Optional<AxisReply> said(int httpStatus, ObjectNode object) {
        boolean reached = httpStatus >= 200 && httpStatus < 300;
        String code = text(object, "code");
        String number = errorCode(object);
        boolean speaks =
                Stream.of("code", "success", "status", "ErrorCode", "errorCode").anyMatch(object::has);
        boolean bad = !GOOD_CODES.contains(code)
                || text(object, "success").equalsIgnoreCase("false")
                || !NO_ERROR.contains(number)
                || isBad(text(object, "status"))
                || isBad(text(object.path("data"), "status"))
                || !object.path("errorDetail").isEmpty();
        if (!speaks) {
            return Optional.empty();
        }
        if (bad) {
            return Optional.of(new AxisReply.Refused(NO_ERROR.contains(number) ? code : number, description(object)));
        }
        return reached ? Optional.of(new AxisReply.Ok(withDocId(object))) : Optional.empty();
    }

    /**
     * Whether a member of an answer speaks of a failure by itself.
     *
     * @param inData of its {@code data}, which has members of other meanings too
     */
    static boolean isFailure(String member, String value, boolean inData) {
        String text = value.strip();
        return switch (member) {
            case "code" -> !inData && !GOOD_CODES.contains(text);
            case "success" -> !inData && text.equalsIgnoreCase("false");
            case "errorCode", "ErrorCode" -> !NO_ERROR.contains(text);
            case "status" -> isBad(text);
            default -> false;
        };
    }

    private static ObjectNode withDocId(ObjectNode object) {
        String docId = first(text(object, "docId"), text(object.path("data"), "docId"), text(object, "DocId"));
        return object.put("DocId", docId);
    }

    private static boolean isBad(String word) {
        return BAD_WORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    private static String errorCode(JsonNode object) {
        JsonNode data = object.path("data");
        return first(text(data, "errorCode"), text(object, "errorCode"), text(object, "ErrorCode"));
    }

    private static String description(JsonNode object) {
        return AxisReply.shown(first(
                text(object.path("data"), "errorDesc"),
                text(object, "errorDesc"),
                text(object, "ErrorDesc"),
                text(object.path("errorDetail").path(0), "exception"),
                text(object, "message")));
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }
}
