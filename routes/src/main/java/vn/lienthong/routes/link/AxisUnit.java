package vn.lienthong.routes.link;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An agency as a neighbour lists it.
 *
 * @param id the neighbour's own name for it, as {@code superiorId} is; empty where it gives none
 * @param oldCode its code in the older form; empty where it gives none
 * @param deleted whether the neighbour says that it is no more
 */
public record AxisUnit(String id, String superiorId, String code, String oldCode, String name, boolean deleted) {

    private static final int LONGEST_TEXT = 500;

    /** Empty where the line has no code or no name. */
    static Optional<AxisUnit> of(JsonNode line) {
        AxisUnit unit = new AxisUnit(
                text(line, "id"),
                text(line, "pid"),
                text(line, "code"),
                oldCode(line),
                text(line, "name"),
                text(line, "deleted").matches("(?i)true|1"));
        boolean usable = !unit.code().isEmpty()
                && !unit.name().isEmpty()
                && unit.code().length() <= LONGEST_TEXT
                && unit.name().length() <= LONGEST_TEXT;
        return usable ? Optional.of(unit) : Optional.empty();
    }

    private static String oldCode(JsonNode line) {
        String old = text(line, "oldCode");
        return old.isEmpty() ? text(line, "code102") : old;
    }

    private static String text(JsonNode line, String member) {
        String text = line.path(member).asString("").strip();
        return text.equals("null") ? "" : text;
    }
}
