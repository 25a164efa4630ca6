package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Journal;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.finding.Finding;

/** Mandates on the pages of people and of systems: listed, granted and ended, each change shown before it is made. */
@Component
final class MandateWork {

    /**
     * Whose mandates they are.
     *
     * @param path of its page
     * @param rights that it may hold
     */
    record Holder(String path, String id, String name, List<Right> rights, List<Mandate> mandates) {}

    /**
     * Who asks for an act.
     *
     * @param sure whether it was shown before
     * @param code of the second factor, as typed: an open screen gives nobody a mandate
     */
    record Asked(ConsoleUser user, boolean sure, String code, HttpServletRequest request) {}

    /** A mandate on the page. */
    record Line(Mandate mandate, String agency, boolean holds, boolean over) {
        /** Names it among the holder's. */
        public String key() {
            return mandate.agency().value() + " " + mandate.right() + " " + mandate.from();
        }
    }

    private final Agencies agencies;
    private final AgencyNames names;
    private final AccessEvents events;
    private final FreshCode fresh;
    private final Clock clock;

    MandateWork(Agencies agencies, AgencyNames names, AccessEvents events, FreshCode fresh, Clock clock) {
        this.fresh = fresh;
        this.agencies = agencies;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    Journal journal(ConsoleUser user) {
        return new Journal(events, user.actor(), names::of, clock);
    }

    /** What the list and the form need. */
    void show(Holder holder, MandateForm form, List<Finding> findings, Model model) {
        Instant now = clock.instant();
        model.addAttribute("holder", holder);
        model.addAttribute(
                "lines",
                holder.mandates().stream()
                        .map(mandate -> line(mandate, now))
                        .sorted(Comparator.comparing(Line::over).thenComparing(Line::agency))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("findings", findings);
    }

    /**
     * Shows what would be granted, or grants it.
     *
     * @param granting says whether it was
     * @return the page, or empty where the form has to be shown again, which the model has then
     */
    Optional<String> grant(
            Holder holder,
            MandateForm form,
            Asked asked,
            Predicate<Mandate> granting,
            Model model,
            RedirectAttributes redirected) {
        agencies.refreshIfNewer();
        AgencyDirectory directory = agencies.current();
        MandateForm.Read read = form.read(holder.rights(), directory, clock.instant());
        if (read.mandate().isEmpty()) {
            show(holder, form, read.findings(), model);
            return Optional.empty();
        }
        Mandate wanted = read.mandate().get();
        if (holder.mandates().stream().anyMatch(held -> held.covers(wanted))) {
            redirected.addFlashAttribute("told", "mandates.held");
            return Optional.of("redirect:" + holder.path());
        }
        if (!fresh.letsOn(asked.user(), asked.sure(), asked.code(), asked.request(), model)) {
            model.addAttribute("holder", holder);
            model.addAttribute("form", form);
            model.addAttribute("line", line(wanted, clock.instant()));
            model.addAttribute("act", "grant");
            return Optional.of("console/mandate-sure");
        }
        boolean granted = granting.test(wanted);
        if (granted) {
            fresh.used(asked.request());
        }
        redirected.addFlashAttribute("told", granted ? "mandates.granted" : "mandates.begins");
        return Optional.of("redirect:" + holder.path());
    }

    /** Likewise for the end of one. */
    String end(
            Holder holder,
            String key,
            boolean sure,
            Predicate<Mandate> ending,
            Model model,
            RedirectAttributes redirected) {
        Instant now = clock.instant();
        Optional<Line> found = holder.mandates().stream()
                .map(mandate -> line(mandate, now))
                .filter(known -> known.key().equals(key) && !known.over())
                .findFirst();
        if (found.isEmpty()) {
            redirected.addFlashAttribute("told", "too-late");
            return "redirect:" + holder.path();
        }
        Line line = found.get();
        if (!sure) {
            model.addAttribute("holder", holder);
            model.addAttribute("line", line);
            model.addAttribute("act", "end");
            return "console/mandate-sure";
        }
        boolean ended = ending.test(line.mandate().endedAt(now));
        redirected.addFlashAttribute("told", ended ? "mandates.ended" : "too-late");
        return "redirect:" + holder.path();
    }

    private Line line(Mandate mandate, Instant now) {
        String agency = mandate.agency().equals(Mandate.BEYOND) ? "*" : names.of(mandate.agency());
        return new Line(mandate, agency, mandate.holdsAt(now), mandate.isOverAt(now));
    }
}
