package vn.lienthong.routes.command.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of dialects that speak JSON. */
final class JsonList {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonList() {}

    /**
     * As {@link Dialect#again}.
     *
     * @param member that holds the items
     */
    static byte[] again(byte[] list, String member, List<String> waiting, Map<String, String> named) {
        if (!(read(list) instanceof ObjectNode object) || !(object.path(member) instanceof ArrayNode items)) {
            return list;
        }
        items.valueStream()
                .filter(item -> waiting.contains(docId(item)))
                .forEach(item -> named.put(docId(item), MAPPER.writeValueAsString(item)));
        named.values().forEach(item -> items.add(MAPPER.readTree(item)));
        return MAPPER.writeValueAsBytes(object);
    }

    private static String docId(JsonNode item) {
        return item.path("docId").asString("");
    }

    /** An empty object where it is no JSON. */
    static JsonNode read(byte[] text) {
        try {
            return MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            return MAPPER.createObjectNode();
        }
    }
}
