package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Finds documents. */
@Controller
class SearchPage {

    private final UnitOfWork work;
    private final Clock clock;

    SearchPage(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/dossiers")
    String search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String copy,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        SearchForm form = new SearchForm(text, agency, from, to, state, copy, day.equals("true"), number(page));
        List<DossierLine> found =
                work.inTransaction(transaction -> DossierLine.find(transaction, form.search(clock.instant())));
        model.addAttribute("form", form);
        model.addAttribute("lines", found.stream().limit(SearchForm.PAGE_SIZE).toList());
        model.addAttribute("more", found.size() > SearchForm.PAGE_SIZE);
        model.addAttribute("states", DossierState.values());
        model.addAttribute("copyStates", DeliveryState.values());
        return "console/search";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
