package vn.lienthong.routes.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Forms in JSON, read strictly, so that a misspelt member is told and not passed over. */
public final class FormJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FormJson() {}

    /**
     * Reads a form.
     *
     * @throws Unreadable saying where
     */
    public static <T> T read(byte[] json, Class<T> form) throws Unreadable {
        try {
            T read = MAPPER.readValue(json, form);
            if (read == null) {
                throw new Unreadable("");
            }
            return read;
        } catch (JacksonException e) {
            throw new Unreadable(place(e));
        }
    }

    /** A form, and a list of texts that stands beside its members. */
    public record WithTexts<T>(T form, Optional<List<String>> texts) {}

    /**
     * Reads a form that has one member more, a list of texts.
     *
     * @throws Unreadable saying where
     */
    public static <T> WithTexts<T> read(byte[] json, String member, Class<T> form) throws Unreadable {
        try {
            if (!(MAPPER.readTree(json) instanceof ObjectNode object)) {
                throw new Unreadable("");
            }
            JsonNode beside = object.remove(member);
            Optional<List<String>> texts =
                    beside == null || beside.isNull() ? Optional.empty() : Optional.of(texts(member, beside));
            return new WithTexts<>(MAPPER.treeToValue(object, form), texts);
        } catch (JacksonException e) {
            throw new Unreadable(place(e));
        }
    }

    private static List<String> texts(String member, JsonNode list) throws Unreadable {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isString()) {
                throw new Unreadable(member + "[" + texts.size() + "]");
            }
            texts.add(one.stringValue());
        }
        if (!list.isArray()) {
            throw new Unreadable(member);
        }
        return texts;
    }

    private static String place(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.isEmpty() && e.getLocation() != null
                ? e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr()
                : path.toString();
    }

    /** Not the JSON that was expected; where. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String where) {
            super(where);
        }

        /** For the caller, of what came under this name. */
        public Finding finding(String name) {
            String where = String.valueOf(getMessage());
            return Finding.error(
                    ErrorCode.PARAMETER_MALFORMED,
                    where.isEmpty() ? name : name + "." + where,
                    name + ": không đọc được" + (where.isEmpty() ? "" : " tại " + where)
                            + " (expected: JSON như /api/v1/openapi.json mô tả)");
        }
    }
}
