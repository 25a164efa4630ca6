package vn.lienthong.routes.door.rest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this door writes it; what callers write is read by {@link vn.lienthong.routes.door.FormJson}. */
final class RestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RestJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON that lies in the record, to be a part of an answer. */
    static JsonNode stored(String json) {
        return MAPPER.readTree(json);
    }
}
