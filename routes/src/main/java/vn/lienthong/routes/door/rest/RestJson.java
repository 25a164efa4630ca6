package vn.lienthong.routes.door.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of this door: what is read is read strictly, so that a misspelt member is told and not passed over. */
final class RestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RestJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON that lies in the record, to be a part of an answer. */
    static JsonNode stored(String json) {
        return MAPPER.readTree(json);
    }

    /**
     * Reads a form.
     *
     * @throws Unreadable saying where
     */
    static <T> T read(byte[] json, Class<T> form) throws Unreadable {
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
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String where) {
            super(where);
        }

        String where() {
            return String.valueOf(getMessage());
        }
    }
}
