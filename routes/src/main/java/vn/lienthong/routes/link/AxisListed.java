package vn.lienthong.routes.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.agency.AgencyCode;

/**
 * A line of a neighbour's list.
 *
 * @param to for whom the copy is, as far as the neighbour says
 */
record AxisListed(String docId, List<AgencyCode> to) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CODE = 100;

    /** Empty where the line has no id that could be asked for. */
    static Optional<AxisListed> of(JsonNode line) {
        String docId = line.path("docId").asString("").strip();
        boolean usable = !docId.isEmpty()
                && docId.length() <= LONGEST_ID
                && docId.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return usable ? Optional.of(new AxisListed(docId, codes(line.path("to")))) : Optional.empty();
    }

    /** One code, several in an array, or an array as text. */
    private static List<AgencyCode> codes(JsonNode to) {
        String text = to.isArray()
                ? String.join(
                        ";", to.valueStream().map(code -> code.asString("")).toList())
                : to.asString("");
        return Arrays.stream(text.split("[\\[\\]\",;\\s]+"))
                .filter(code -> !code.isEmpty() && code.length() <= LONGEST_CODE && !code.equals("null"))
                .map(AgencyCode::new)
                .distinct()
                .toList();
    }
}
