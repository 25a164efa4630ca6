package vn.lienthong.routes.door.console;

import java.time.Duration;
import java.time.Instant;
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
import vn.lienthong.gateway.approval.AskToSign;
import vn.lienthong.gateway.approval.DecideRequest;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.tray.Draft;

/** Trình ký: the clerk chooses who is to sign, until when, and may take the draft back. */
@Controller
class AskSigningPage {

    private static final String SIGNING = "/out-tray/drafts/{id}/signing";

    private final FindDraft finding;
    private final DraftSigning signing;
    private final AskToSign asking;
    private final DecideRequest deciding;
    private final Signers signers;

    AskSigningPage(FindDraft finding, DraftSigning signing, AskToSign asking, DecideRequest deciding, Signers signers) {
        this.finding = finding;
        this.signing = signing;
        this.asking = asking;
        this.deciding = deciding;
        this.signers = signers;
    }

    @GetMapping(SIGNING)
    String show(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (!AskToSign.may(draft) || signing.held(draft).isPresent()) {
            return "redirect:/out-tray/drafts/" + id;
        }
        return page(found, "", "", "", null, model);
    }

    private String page(
            FindDraft.Found found, String officer, String note, String due, @Nullable String wrong, Model model) {
        Draft draft = found.draft();
        model.addAttribute("draft", draft);
        model.addAttribute("officers", signers.of(draft.agency(), found.clerk().now()));
        model.addAttribute("officer", officer);
        model.addAttribute("note", note);
        model.addAttribute("due", due);
        model.addAttribute("wrong", wrong);
        return "console/draft-signing";
    }

    @PostMapping(SIGNING)
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (draft.revision() != revision || signing.held(draft).isPresent()) {
            return told(id, "draft.changed", redirected);
        }
        Optional<Instant> until =
                Times.date(due).map(day -> Times.startOf(day.plusDays(1)).minus(Duration.ofSeconds(1)));
        if (!due.isBlank()
                && until.filter(end -> end.isAfter(found.clerk().now())).isEmpty()) {
            return page(found, officer, note, due, "signing.wrong.due", model);
        }
        return switch (asking.ask(draft, officer, note, until, user.actor())) {
            case AskToSign.Outcome.Asked asked -> told(id, "signing.asked", redirected);
            case AskToSign.Outcome.Changed changed -> told(id, "draft.changed", redirected);
            case AskToSign.Outcome.NothingToSign nothing -> told(id, "signing.nothing", redirected);
            case AskToSign.Outcome.NoSigner none -> page(found, "", note, due, "signing.wrong.officer", model);
        };
    }

    @PostMapping(SIGNING + "/back")
    String takeBack(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, RedirectAttributes redirected) {
        Optional<SigningRequest> held = signing.held(finding.find(user, id).draft());
        boolean done =
                held.filter(request -> deciding.takeBack(request, user.actor())).isPresent();
        return told(id, done ? "signing.back" : "too-late", redirected);
    }

    private static String told(String id, String text, RedirectAttributes redirected) {
        redirected.addFlashAttribute("told", text);
        return "redirect:/out-tray/drafts/" + id;
    }
}
