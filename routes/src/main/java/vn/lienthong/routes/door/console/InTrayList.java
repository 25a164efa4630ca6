package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.TraySearch;
import vn.lienthong.gateway.tray.TrayStage;
import vn.lienthong.gateway.tray.Trays;

/** Văn bản đến: first what came and is neither accepted nor refused, for that is due before the day ends. */
@Controller
class InTrayList {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_TEXT = 200;

    private final ReadClerk clerks;
    private final Trays trays;

    InTrayList(ReadClerk clerks, Trays trays) {
        this.clerks = clerks;
        this.trays = trays;
    }

    @GetMapping("/in-tray")
    String list(
            @RequestParam(defaultValue = "new") String tab,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") String page,
            @AuthenticationPrincipal ConsoleUser user,
            Model model) {
        Clerk clerk = clerks.read(user);
        TrayTab shown = TrayTab.at(tab);
        String words = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        int at = page.matches("[0-9]{1,5}") ? Integer.parseInt(page) : 0;
        List<TrayItem> found = trays.search(search(clerk, shown, words, at));
        model.addAttribute("elsewhere", at == 0 && !words.isBlank() && isElsewhere(clerk, shown, words, found.size()));
        Map<TrayTab, Long> counts = counts(clerk.reading(), Times.startOfDay(clerk.now()));
        model.addAttribute("agencies", clerk.reading());
        model.addAttribute("tab", shown);
        model.addAttribute("tabs", TrayTab.values());
        model.addAttribute("counts", counts);
        model.addAttribute("due", counts.getOrDefault(TrayTab.NEW, 0L));
        model.addAttribute("writes", clerk.writes());
        model.addAttribute("text", words);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() > PAGE_SIZE);
        model.addAttribute(
                "lines",
                found.stream()
                        .limit(PAGE_SIZE)
                        .map(item -> TrayLine.of(item, clerk.now()))
                        .toList());
        return "console/in-tray";
    }

    private static TraySearch search(Clerk clerk, TrayTab tab, String text, int page) {
        Optional<Instant> before =
                tab == TrayTab.OVERDUE ? Optional.of(Times.startOfDay(clerk.now())) : Optional.empty();
        return new TraySearch(
                clerk.reading(), tab.stage(), before, !clerk.writes(), text, PAGE_SIZE + 1, page * PAGE_SIZE);
    }

    /** Whether another tab has documents with these words, which this one does not show. */
    private boolean isElsewhere(Clerk clerk, TrayTab tab, String words, int found) {
        boolean others = tab.stage().stream()
                .flatMap(stage -> Arrays.stream(TrayStage.values()).filter(other -> other != stage))
                .anyMatch(other -> isAny(clerk, other, words, 0));
        // What is overdue is the beginning of what is new.
        return others || (tab == TrayTab.OVERDUE && found <= PAGE_SIZE && isAny(clerk, TrayStage.NEW, words, found));
    }

    private boolean isAny(Clerk clerk, TrayStage stage, String words, int behind) {
        TraySearch search = new TraySearch(
                clerk.reading(), Optional.of(stage), Optional.empty(), !clerk.writes(), words, 1, behind);
        return !trays.search(search).isEmpty();
    }

    private Map<TrayTab, Long> counts(Set<AgencyId> agencies, Instant today) {
        Map<TrayStage, Long> byStage = trays.count(agencies);
        Map<TrayTab, Long> counts = new EnumMap<>(TrayTab.class);
        for (TrayTab tab : TrayTab.values()) {
            counts.put(
                    tab,
                    tab.stage().map(stage -> byStage.getOrDefault(stage, 0L)).orElseGet(() -> byStage.values().stream()
                            .mapToLong(Long::longValue)
                            .sum()));
        }
        counts.put(TrayTab.OVERDUE, trays.countNew(agencies, today));
        return counts;
    }
}
