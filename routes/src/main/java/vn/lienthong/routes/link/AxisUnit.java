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
                id(line),
                first(line, "pid", "parentCode"),
                first(line, "code", "orgCode"),
                first(line, "oldCode", "code102"),
                first(line, "name", "orgName"),
                text(line, "deleted").matches("(?i)true|1"));
        boolean usable = !unit.code().isEmpty()
                && !unit.name().isEmpty()
                && unit.code().length() <= LONGEST_TEXT
                && unit.name().length() <= LONGEST_TEXT;
        return usable ? Optional.of(unit) : Optional.empty();
    }

    /** Where superiors are named by their codes, a code is what an agency is called by. */
    private static String id(JsonNode line) {
        boolean byCode =
                text(line, "pid").isEmpty() && !text(line, "parentCode").isEmpty();
        String id = text(line, "id");
        return byCode || id.isEmpty() ? first(line, "code", "orgCode") : id;
    }

    /** Lists of the axis and of provincial platforms name the same things differently. */
    private static String first(JsonNode line, String name, String otherwise) {
        String text = text(line, name);
        return text.isEmpty() ? text(line, otherwise) : text;
    }

    private static String text(JsonNode line, String member) {
        String text = line.path(member).asString("").strip();
        return text.equals("null") ? "" : text;
    }
}
