package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.dossier.Refusals;

/** Who was turned away how often, a week a page; days whose lines were taken away are there with their numbers. */
@Controller
class RefusalDaysPage {

    static final int DAYS = 7;

    /** However many were turned away, a page counts no more lines than these. */
    private static final int MOST = 100_000;

    private final Refusals refusals;
    private final Clock clock;

    RefusalDaysPage(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/refusals/days")
    String days(@RequestParam(defaultValue = "") String before, Model model) {
        Optional<LocalDate> asked = Times.date(before);
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        // Days without anybody are passed over: a page is never empty where there is more.
        Optional<LocalDate> newest = refusals.newestDay(asked.orElse(tomorrow));
        LocalDate from = newest.orElse(tomorrow).minusDays(DAYS - 1L);
        List<Refusals.Counted> counted =
                newest.map(day -> refusals.counted(from, day.plusDays(1), MOST)).orElse(List.of());
        long lines = counted.stream()
                .filter(one -> one.caller().isPresent())
                .mapToLong(Refusals.Counted::count)
                .sum();
        model.addAttribute("days", RefusalDays.of(counted));
        model.addAttribute("later", asked.isPresent());
        model.addAttribute("next", refusals.newestDay(from).isPresent() ? from.toString() : null);
        model.addAttribute("full", lines >= MOST);
        model.addAttribute("most", MOST);
        return "console/refusal-days";
    }
}
