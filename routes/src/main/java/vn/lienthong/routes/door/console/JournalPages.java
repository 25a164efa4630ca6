package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;

/** The journal of access: who, what, about what and when, page by page, and as a table for auditors to take along. */
@Controller
class JournalPages {

    private static final int PAGE = 100;
    private static final int AT_A_TIME = 1_000;

    private final AccessEvents events;
    private final Clock clock;

    JournalPages(AccessEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/journal")
    String journal(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        JournalForm form = new JournalForm(who, act, about, from, to);
        boolean later = before.matches("[0-9]{1,18}");
        List<AccessEvents.Kept> found =
                events.find(form.query(), later ? Long.parseLong(before) : Long.MAX_VALUE, PAGE + 1);
        List<AccessEvents.Kept> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("form", form);
        model.addAttribute("acts", AccessAct.values());
        model.addAttribute("events", shown);
        model.addAttribute("later", later);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "console/journal";
    }

    /** All of what is looked for, the newest first; that it was taken along is in the journal too. */
    @GetMapping("/journal/export")
    void export(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        JournalForm form = new JournalForm(who, act, about, from, to);
        events.add(new AccessEvent(clock.instant(), user.actor(), AccessAct.JOURNAL_EXPORTED, "journal", asked(form)));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"nhat-ky-truy-cap.csv\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // The mark by which spreadsheets know UTF-8.
        out.write("\uFEFFid,at,actor,act,subject,detail\r\n");
        long before = Long.MAX_VALUE;
        List<AccessEvents.Kept> some;
        do {
            some = events.find(form.query(), before, AT_A_TIME);
            for (AccessEvents.Kept kept : some) {
                out.write(line(kept));
                before = kept.id();
            }
        } while (some.size() == AT_A_TIME);
        out.flush();
    }

    private static String asked(JournalForm form) {
        return Stream.of(form.who(), form.act(), form.about(), form.from(), form.to())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String line(AccessEvents.Kept kept) {
        AccessEvent event = kept.event();
        return Stream.of(
                                Long.toString(kept.id()),
                                event.at().toString(),
                                event.actor(),
                                event.name(),
                                event.subject(),
                                event.detail())
                        .map(JournalPages::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** RFC 4180; what a spreadsheet would take for a formula is a text to it. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
