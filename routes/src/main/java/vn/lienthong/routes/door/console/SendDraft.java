package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.routes.door.Receiver;

/** Shows a draft as it will be sent, with everything reception would say about it, and sends it. */
@Controller
class SendDraft {

    private final FindDraft finding;
    private final HandInDraft handing;
    private final Receiver receiver;
    private final Drafts drafts;
    private final Agencies agencies;
    private final FindSealable sealable;

    SendDraft(
            FindDraft finding,
            HandInDraft handing,
            Receiver receiver,
            Drafts drafts,
            Agencies agencies,
            FindSealable sealable) {
        this.finding = finding;
        this.handing = handing;
        this.receiver = receiver;
        this.drafts = drafts;
        this.agencies = agencies;
        this.sealable = sealable;
    }

    @GetMapping("/out-tray/drafts/{id}/check")
    String check(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("missing", draft.missing());
        model.addAttribute("files", DraftFiles.listed(draft));
        model.addAttribute("chosen", chosen(draft, found.clerk().now()));
        if (draft.missing().isEmpty()) {
            DraftOutlook outlook = DraftOutlook.of(
                    handing.preview(draft, found.clerk().caller(), found.clerk().now()));
            model.addAttribute("outlook", outlook);
            model.addAttribute("seals", sealable.may(found.clerk(), draft) && SealDraft.may(draft, 0));
            model.addAttribute("trust", TrustLine.of(outlook.reports()));
        }
        return "console/draft-check";
    }

    private List<Addressee> chosen(Draft draft, Instant now) {
        return draft.recipients().stream()
                .map(code -> Addressee.of(agencies.current(), code, now))
                .toList();
    }

    /** A button pressed twice hands in the same document twice, which is one document. */
    @PostMapping("/out-tray/drafts/{id}/send")
    String send(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int revision,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected)
            throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (draft.revision() != revision) {
            // Somebody changed it since it was looked at: what was shown is what is sent, or nothing.
            redirected.addFlashAttribute("told", "draft.changed");
            return "redirect:/out-tray/drafts/" + id + "/check";
        }
        if (!draft.missing().isEmpty()) {
            return "redirect:/out-tray/drafts/" + id + "/check";
        }
        Clerk clerk = found.clerk();
        return switch (receiver.receive(handing.submission(draft, clerk.caller(), clerk.now()))) {
            case ReceptionAnswer.Taken taken -> {
                drafts.sent(draft.id(), taken.dossier());
                redirected.addFlashAttribute("told", "sent");
                yield "redirect:/out-tray/" + taken.dossier();
            }
            case ReceptionAnswer.Refused refused -> {
                redirected.addFlashAttribute("findings", refused.findings());
                yield "redirect:/out-tray/drafts/" + id + "/check";
            }
            case ReceptionAnswer.StatusTaken status ->
                throw new IllegalStateException("draft: taken as a status (expected: as a document)");
        };
    }
}
