package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.NearestName;

/** A page of a list: how much is asked for, and how it is answered. */
final class Page {

    private static final int USUAL = 50;

    private Page() {}

    /** Lines of the page: what {@code limit} asks for, at most as many as the setting allows; empty when it is no number. */
    static Optional<Integer> limit(HttpServletRequest request, int most) {
        String text = Optional.ofNullable(request.getParameter("limit")).orElse(String.valueOf(Math.min(USUAL, most)));
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Math.min(Integer.parseInt(text), most)) : Optional.empty();
    }

    /** The cursor; an empty one is none, as the next of the last page is empty. */
    static Optional<String> cursor(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("cursor")).filter(text -> !text.isEmpty());
    }

    /** A parameter that means nothing here; passed over, a misspelt filter would answer what was not asked for. */
    static Optional<RestAnswer> unknown(HttpServletRequest request, String... names) {
        List<String> known = List.of(names);
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> RestAnswer.refused(
                        ErrorCode.PARAMETER_MALFORMED,
                        "query",
                        "query: không có tham số " + (name.length() > 40 ? name.substring(0, 40) + "…" : name)
                                + " (expected: " + NearestName.expected(name, known) + ")"));
    }

    static RestAnswer malformed(HttpServletRequest request, String name, String expected) {
        String text = name + ": " + request.getParameter(name) + " (expected: " + expected + ")";
        return RestAnswer.refused(Finding.error(ErrorCode.PARAMETER_MALFORMED, name, text));
    }

    /**
     * A page.
     *
     * @param next the cursor of the next one; empty at the end
     */
    static RestAnswer of(List<Map<String, Object>> items, Optional<String> next) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("next", next.orElse(""));
        return RestAnswer.ok(body);
    }
}
