package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;

/**
 * A code that a clerk may send to, or why not.
 *
 * @param answer where the code leads
 * @param add the codes to take instead; the code itself where it names an agency of today, none where nobody is left
 */
record Addressee(AgencyCode code, AgencyPage.Answer answer, List<AgencyCode> add) {

    private static final int MOST_FOUND = 12;

    static Addressee of(AgencyDirectory directory, AgencyCode code, Instant now) {
        Resolution resolution = directory.resolve(code, now, now);
        AgencyPage.Answer answer = AgencyPage.Answer.of(resolution);
        List<AgencyCode> add = resolution instanceof Resolution.Resolved
                ? List.of(code)
                : resolution instanceof Resolution.NotYet
                        ? List.of()
                        : answer.leads().stream()
                                .flatMap(agency -> directory.codeOf(agency, now).stream())
                                .toList();
        return new Addressee(code, answer, add);
    }

    /** Whether a document may be addressed so. */
    boolean isReachable() {
        return answer.kind().equals("resolved") || answer.kind().equals("succeeded");
    }

    /** The code as it is typed first, then agencies by name. */
    static List<Addressee> find(AgencyDirectory directory, String text, Instant now) {
        Map<AgencyCode, Addressee> found = new LinkedHashMap<>();
        AgencyCode typed = new AgencyCode(text);
        Addressee exact = of(directory, typed, now);
        if (!exact.answer().kind().equals("unknown")) {
            found.put(typed, exact);
        }
        for (Agency agency : directory.search(text, now)) {
            directory.codeOf(agency.id(), now).ifPresent(code -> found.putIfAbsent(code, of(directory, code, now)));
        }
        return new ArrayList<>(found.values()).subList(0, Math.min(found.size(), MOST_FOUND));
    }

    public Optional<AgencyId> leads() {
        return answer.leads().stream().findFirst();
    }
}
