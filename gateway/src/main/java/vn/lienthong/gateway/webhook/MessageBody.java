package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.DossierId;

/** What is sent: type, time and data (Standard Webhooks, "payload structure"), and the number of the message. */
final class MessageBody {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MessageBody() {}

    static String of(Happening happening, long sequence) {
        return of(happening.type(), happening.at(), sequence, Optional.of(happening.dossier()), happening.facts());
    }

    static String ping(Instant now, long sequence) {
        return of(EventType.PING, now, sequence, Optional.empty(), Map.of());
    }

    private static String of(
            EventType type, Instant at, long sequence, Optional<DossierId> dossier, Map<String, Object> facts) {
        Map<String, Object> data = new LinkedHashMap<>();
        dossier.ifPresent(id -> data.put("document", id.toString()));
        data.putAll(facts);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.wire());
        body.put("timestamp", at.toString());
        body.put("sequence", sequence);
        body.put("data", data);
        return MAPPER.writeValueAsString(body);
    }
}
