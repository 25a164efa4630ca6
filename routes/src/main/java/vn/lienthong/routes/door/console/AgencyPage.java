package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.agency.Succession;

/** Looks a code up: what it meant on a day, where that leads now, and everything it ever meant. */
@Controller
class AgencyPage {

    private final Agencies agencies;
    private final Clock clock;

    AgencyPage(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * @param kind a name of a {@link Resolution}
     * @param meant the body that the code meant; empty when nobody knows it
     * @param leads where it leads now, one or more
     */
    record Answer(
            String kind,
            Optional<AgencyId> meant,
            List<AgencyId> leads,
            List<Succession> path,
            Optional<Instant> when) {

        static Answer of(Resolution resolution) {
            return switch (resolution) {
                case Resolution.Resolved r ->
                    new Answer("resolved", Optional.of(r.agency()), List.of(r.agency()), List.of(), Optional.empty());
                case Resolution.Succeeded s ->
                    new Answer(
                            "succeeded", Optional.of(s.original()), List.of(s.successor()), s.path(), Optional.empty());
                case Resolution.Split s ->
                    new Answer("split", Optional.of(s.original()), s.candidates(), s.path(), Optional.empty());
                case Resolution.Closed c ->
                    new Answer("closed", Optional.of(c.original()), List.of(), List.of(), Optional.of(c.since()));
                case Resolution.NotYet n ->
                    new Answer("not-yet", Optional.of(n.agency()), List.of(), List.of(), Optional.of(n.from()));
                case Resolution.Unknown u ->
                    new Answer("unknown", Optional.empty(), List.of(), List.of(), Optional.empty());
            };
        }
    }

    @GetMapping("/agencies")
    String look(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String at, Model model) {
        AgencyDirectory directory = agencies.current();
        Instant now = clock.instant();
        model.addAttribute("code", code.strip());
        model.addAttribute("at", at);
        model.addAttribute("version", directory.version().number());
        if (!code.isBlank()) {
            AgencyCode asked = new AgencyCode(code.strip());
            List<CodeAssignment> history = directory.historyOf(asked);
            model.addAttribute(
                    "answer",
                    Answer.of(directory.resolve(
                            asked, Times.date(at).map(Times::startOf).orElse(now), now)));
            model.addAttribute("history", history);
            model.addAttribute("found", history.isEmpty() ? directory.search(code, now) : List.of());
        }
        return "console/agencies";
    }
}
