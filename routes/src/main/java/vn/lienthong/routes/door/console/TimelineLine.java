package vn.lienthong.routes.door.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.evidence.Entry;

/**
 * One entry for people. What helps to understand comes first; digests and numbers that prove stay within reach.
 *
 * @param actor who did it, as the entry names it
 */
record TimelineLine(Entry entry, Actor actor, List<Detail> details, List<Detail> proofs) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> PROOFS = Set.of(
            "bytes",
            "length",
            "content",
            "directoryVersion",
            "delivery",
            "dispatch",
            "kind",
            "agency",
            "outgoing",
            "outgoingLength",
            "spliceOffset",
            "spliceLength",
            "spliceText");

    /** A fact of the entry under the name it has there. */
    record Detail(String name, List<String> texts) {}

    static TimelineLine of(Entry entry) {
        List<Detail> details = new ArrayList<>();
        List<Detail> proofs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> fact : facts(entry.detailJson())) {
            List<String> texts = texts(fact.getValue());
            if (!texts.isEmpty()) {
                (PROOFS.contains(fact.getKey()) ? proofs : details).add(new Detail(fact.getKey(), texts));
            }
        }
        proofs.add(new Detail("hash", List.of(entry.hash().hex())));
        return new TimelineLine(entry, Actor.of(entry.actor()), details, proofs);
    }

    private static Set<Map.Entry<String, JsonNode>> facts(String json) {
        try {
            return MAPPER.readTree(json).properties();
        } catch (JacksonException unreadable) {
            return Set.of();
        }
    }

    private static List<String> texts(JsonNode value) {
        Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
        return values.map(TimelineLine::text).filter(text -> !text.isEmpty()).toList();
    }

    private static String text(JsonNode value) {
        if (!value.isObject()) {
            return value.asString("");
        }
        return value.properties().stream()
                .filter(property -> !PROOFS.contains(property.getKey()))
                .map(property -> text(property.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
    }
}
