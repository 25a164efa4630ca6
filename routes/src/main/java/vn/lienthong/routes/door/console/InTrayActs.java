package vn.lienthong.routes.door.console;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.tray.ClerkAct;

/** Accept, refuse, assign, process, finish; agree or not to give back. What needs words has a page to write them on. */
@Controller
class InTrayActs {

    private static final String ACT = "/in-tray/{id}/{act:accept|refuse|assign|process|finish|agree|disagree}";

    private final FindInTray finding;
    private final AnswerDocument answering;
    private final ReadStory stories;

    InTrayActs(FindInTray finding, AnswerDocument answering, ReadStory stories) {
        this.finding = finding;
        this.answering = answering;
        this.stories = stories;
    }

    @GetMapping(ACT)
    String ask(
            @PathVariable String id, @PathVariable String act, @AuthenticationPrincipal ConsoleUser user, Model model) {
        return page(mine(user, id), act(act), false, model);
    }

    @PostMapping(ACT)
    String answer(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String said,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        FindInTray.Found found = mine(user, id);
        ClerkAct chosen = act(act);
        Optional<String> given = Reason.of(words);
        if (given.isEmpty() && (chosen.needsWords() || found.item().held())) {
            return page(found, chosen, true, model);
        }
        AnswerDocument.Outcome outcome = answering.answer(found, chosen, given.orElse(""), seconds(said));
        switch (outcome) {
            case AnswerDocument.Outcome.Done done -> redirected.addFlashAttribute("told", "said." + chosen);
            case AnswerDocument.Outcome.Kept kept -> redirected.addFlashAttribute("told", "said.kept");
            case AnswerDocument.Outcome.TooLate late -> redirected.addFlashAttribute("told", "too-late");
            case AnswerDocument.Outcome.Refused refused -> redirected.addFlashAttribute("findings", refused.findings());
        }
        return "redirect:/in-tray/" + found.item().delivery();
    }

    private String page(FindInTray.Found found, ClerkAct act, boolean wordsMissing, Model model) {
        model.addAttribute("item", found.item());
        model.addAttribute(
                "dossier",
                stories.read(found.item().dossier()).orElseThrow(NotFound::new).dossier());
        model.addAttribute("act", act);
        model.addAttribute("possible", ClerkAct.possible(found.item()).contains(act));
        model.addAttribute("said", found.clerk().now().getEpochSecond());
        model.addAttribute("wordsMissing", wordsMissing);
        return "console/in-tray-act";
    }

    /** Who may only read is told nothing of answers. */
    private FindInTray.Found mine(ConsoleUser user, String id) {
        FindInTray.Found found = finding.find(user, id);
        if (!found.answers()) {
            throw new NotFound();
        }
        return found;
    }

    private static long seconds(String text) {
        return text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    }

    private static ClerkAct act(String path) {
        return ClerkAct.at(path).orElseThrow(NotFound::new);
    }
}
