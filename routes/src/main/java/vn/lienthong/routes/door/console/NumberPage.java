package vn.lienthong.routes.door.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.tray.EnterIncoming;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.IncomingNumber;

/** Số đến: a document is entered without a stamp, and a number that was entered wrongly is made void. */
@Controller
class NumberPage {

    private final FindStampable finding;
    private final EnterIncoming entering;
    private final ReadStory stories;

    NumberPage(FindStampable finding, EnterIncoming entering, ReadStory stories) {
        this.finding = finding;
        this.entering = entering;
        this.stories = stories;
    }

    @GetMapping("/in-tray/{id}/number")
    String show(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        FindStampable.Found found = finding.findToEnter(user, id);
        LocalDate today = today(found);
        IncomingNumber next = entering.next(found.agency(), today.getYear());
        return page(found, next.text(), today.toString(), List.of(), null, model);
    }

    @PostMapping("/in-tray/{id}/number")
    String enter(
            @PathVariable String id,
            StampForm form,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        FindStampable.Found found = finding.findToEnter(user, id);
        String number = StampForm.text(form.number());
        String date = StampForm.text(form.date());
        List<String> wrong = form.wrong(found.came(), today(found));
        if (!wrong.isEmpty()) {
            return page(found, number, date, wrong, null, model);
        }
        return switch (entering.enter(wish(found, form))) {
            case EnterIncoming.Outcome.Entered entered -> back(found, "numbered", redirected);
            case EnterIncoming.Outcome.Has has -> back(found, "number.has", redirected);
            case EnterIncoming.Outcome.Taken taken -> {
                model.addAttribute("taken", number);
                yield page(found, number, date, List.of(), taken.next(), model);
            }
            case EnterIncoming.Outcome.AskFar far -> {
                model.addAttribute("askFar", number);
                yield page(found, number, date, List.of(), far.next(), model);
            }
        };
    }

    @PostMapping("/in-tray/{id}/number/void")
    String makeVoid(
            @PathVariable String id,
            StampForm form,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        FindStampable.Found found = finding.findToEnter(user, id);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            model.addAttribute("reasonMissing", true);
            return show(id, user, model);
        }
        boolean done = entering.of(found.copy().id()).stream()
                .filter(line -> finding.mayVoid(found, line))
                .filter(line -> form.given().equals(Optional.of(line.number()))
                        && form.proposedFor().equals(Optional.of(line.year())))
                .anyMatch(line -> entering.makeVoid(
                        found.copy().dossier(),
                        line,
                        given.get(),
                        found.clerk().caller().actor()));
        return back(found, done ? "number.void" : "too-late", redirected);
    }

    private static EnterIncoming.Wish wish(FindStampable.Found found, StampForm form) {
        return new EnterIncoming.Wish(
                found.copy().dossier(),
                found.copy().id(),
                found.agency(),
                form.given().orElseThrow(),
                form.day(found.came(), today(found)).orElseThrow(),
                form.confirmsFar(),
                found.clerk().caller().actor());
    }

    private static String back(FindStampable.Found found, String told, RedirectAttributes redirected) {
        redirected.addFlashAttribute("told", told);
        return "redirect:/in-tray/" + found.copy().id();
    }

    /** @param next to take instead; null where nothing is wrong with the one that was typed */
    private String page(
            FindStampable.Found found,
            String number,
            String date,
            List<String> wrong,
            @Nullable IncomingNumber next,
            Model model) {
        List<GivenNumber> own = entering.of(found.copy().id()).stream()
                .filter(line -> line.agency().equals(found.agency()))
                .toList();
        model.addAttribute("delivery", found.copy().id());
        model.addAttribute("agency", found.agency());
        model.addAttribute(
                "dossier",
                stories.read(found.copy().dossier()).orElseThrow(NotFound::new).dossier());
        model.addAttribute("numbers", own);
        model.addAttribute("standing", own.stream().filter(GivenNumber::stands).toList());
        model.addAttribute(
                "voidable",
                own.stream().filter(line -> finding.mayVoid(found, line)).toList());
        model.addAttribute("number", number);
        model.addAttribute("date", date);
        model.addAttribute("wrong", wrong);
        model.addAttribute("nextNumber", next == null ? "" : next.text());
        return "console/in-tray-number";
    }

    private static LocalDate today(FindStampable.Found found) {
        return LocalDate.ofInstant(found.clerk().now(), Times.ZONE);
    }
}
