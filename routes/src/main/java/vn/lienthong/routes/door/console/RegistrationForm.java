package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.Map;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.RegistrationTerms;
import vn.lienthong.gateway.access.RequestedAgency;

/**
 * What a registrar enters for a request, as typed; anything may be empty. The directory says what is wrong with it.
 *
 * @param from the day from which the agency is there, or is gone
 * @param successor who takes over from an agency that goes
 */
record RegistrationForm(String code, String name, String superior, String kind, String from, String successor) {

    /** As the request seems to mean it, from today on. */
    static RegistrationForm suggested(RegistrationRequests.Request request, Instant now) {
        RequestedAgency asked = RequestedAgency.of(request.body());
        String today = now.atZone(Times.ZONE).toLocalDate().toString();
        return new RegistrationForm(asked.code(), asked.name(), asked.superior(), "", today, "");
    }

    static RegistrationForm typed(Map<String, String> fields) {
        return new RegistrationForm(
                field(fields, "code"),
                field(fields, "name"),
                field(fields, "superior"),
                field(fields, "kind"),
                field(fields, "from"),
                field(fields, "successor"));
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").replaceAll("\\p{Cntrl}+", " ").strip();
    }

    RegistrationTerms terms(RegistrationRequests.Request request) {
        return request.asksToClose()
                ? new RegistrationTerms.Closing(code, from, successor)
                : new RegistrationTerms.Opening(code, name, superior, kind, from);
    }
}
