package vn.lienthong.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a neighbour answered, read with patience: members may be missing, or numbers where strings are expected. */
public sealed interface AxisReply {

    /** One line for a person. */
    String text();

    /** The neighbour says that it is done. */
    record Ok(JsonNode body) implements AxisReply {

        /** A member as text; empty where there is none. */
        public String member(String name) {
            return body.path(name).asString("").strip();
        }

        /** How many objects {@code data} holds. */
        public long size() {
            return data().count();
        }

        /** The objects of {@code data}; empty where it is absent, null, empty text or no list. */
        Stream<JsonNode> data() {
            JsonNode data = body.path("data");
            Optional<JsonNode> inText = data.isString() ? json(data.asString("")) : Optional.of(data);
            return inText.stream()
                    .filter(JsonNode::isArray)
                    .flatMap(JsonNode::valueStream)
                    .filter(JsonNode::isObject);
        }

        @Override
        public String text() {
            return "OK";
        }
    }

    /** The neighbour says that it will not. */
    record Refused(String errorCode, String description) implements AxisReply {
        @Override
        public String text() {
            return ("mã lỗi " + errorCode + " " + description).strip();
        }
    }

    /** Something else spoke: a proxy, an error page, half an answer. Nobody knows what was done. */
    record Unreadable(int httpStatus, String beginning) implements AxisReply {
        @Override
        public String text() {
            return ("HTTP " + httpStatus + " " + beginning).strip();
        }
    }

    /** Reads a whole answer. */
    static AxisReply of(int httpStatus, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return json(text)
                .filter(JsonNode::isObject)
                .flatMap(object -> said(httpStatus, object))
                .orElseGet(() -> new Unreadable(httpStatus, shown(text)));
    }

    private static Optional<AxisReply> said(int httpStatus, JsonNode object) {
        String status = object.path("status").asString("").strip();
        String code = object.path("ErrorCode").asString("").strip();
        boolean reached = httpStatus >= 200 && httpStatus < 300;
        boolean good = status.equalsIgnoreCase("OK") || (status.isEmpty() && code.equals("0"));
        if (good && reached && List.of("", "0").contains(code)) {
            return Optional.of(new Ok(object));
        }
        boolean bad = status.equalsIgnoreCase("FAIL") || !List.of("", "0").contains(code);
        String description = shown(object.path("ErrorDesc").asString(""));
        return bad ? Optional.of(new Refused(code, description)) : Optional.empty();
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** One line, of bounded length. */
    static String shown(String text) {
        int most = 300;
        // No store of ours takes half a character.
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("\\p{Cs}", "?");
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
