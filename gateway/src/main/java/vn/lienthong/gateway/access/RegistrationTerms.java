package vn.lienthong.gateway.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a registrar enters into the directory for a request, as typed: checked by the directory, not by its shape. */
public sealed interface RegistrationTerms {

    /**
     * An agency is added.
     *
     * @param superior code of the agency above; blank for none
     * @param kind as in a table of agencies; blank for a unit
     * @param from law date, such as 2025-07-01, or instant
     */
    record Opening(String code, String name, String superior, String kind, String from) implements RegistrationTerms {

        /** As a line of a table of agencies. */
        Map<String, String> line(String basis) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("code", code);
            line.put("name", name);
            line.put("superior_code", superior);
            line.put("kind", kind);
            line.put("from", from);
            line.put("basis", basis);
            return line;
        }
    }

    /**
     * An agency ends, with the codes it carries.
     *
     * @param at law date, or instant, from which it is gone
     * @param successor code of the agency that takes over whole; blank for none
     */
    record Closing(String code, String at, String successor) implements RegistrationTerms {}
}
