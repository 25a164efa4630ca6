package vn.lienthong.routes.door.axis;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over the wire. */
record Reply(int httpStatus, String head, String body) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    JsonNode json() {
        return MAPPER.readTree(body);
    }

    boolean isOk() {
        return text("status").equals("OK") && text("ErrorCode").equals("0");
    }

    String text(String member) {
        return json().path(member).asString("");
    }

    /** Number, code and place of a refusal, as {@code 22 PACKET_TRUNCATED tại 1:1}. */
    String refusal() {
        return text("ErrorCode") + " " + text("ErrorDesc").split(":[^:]*\\. ", 2)[0];
    }

    /** A member of each item of a list. */
    List<String> each(String member) {
        return json().path("data")
                .valueStream()
                .map(item -> item.path(member).asString(""))
                .toList();
    }
}
