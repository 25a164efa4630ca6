package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.opinion.Opinions;

/**
 * Another engine's opinion of a document, beside ours. Read leniently, since records of all ages are shown.
 *
 * @param outcome a name of {@code OpinionOutcome}; {@code WAITING} while it waits
 * @param at when the engine spoke; empty while it waits
 */
record OpinionView(String outcome, Optional<Instant> at, List<Line> lines) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** One signature. */
    record Line(
            String file,
            String field,
            String ours,
            String ourReason,
            String theirs,
            String theirReason,
            String standing,
            String clause) {}

    static OpinionView of(Opinions.Kept kept) {
        return new OpinionView(kept.outcome().map(Enum::name).orElse("WAITING"), kept.at(), lines(kept.detailJson()));
    }

    private static List<Line> lines(String json) {
        try {
            return MAPPER.readTree(json).valueStream().map(OpinionView::line).toList();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static Line line(JsonNode node) {
        return new Line(
                text(node, "file"),
                text(node, "field"),
                text(node, "ours"),
                text(node, "ourReason"),
                text(node, "theirs"),
                text(node, "theirReason"),
                text(node, "standing"),
                text(node, "clause"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
