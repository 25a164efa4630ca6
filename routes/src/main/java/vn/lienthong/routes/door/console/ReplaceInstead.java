package vn.lienthong.routes.door.console;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;

/** Makes of a draft, whose number went out with other content, the replacement of what went out; it keeps all it has. */
@Controller
class ReplaceInstead {

    private final FindDraft finding;
    private final FindOutTray sent;
    private final Drafts drafts;

    ReplaceInstead(FindDraft finding, FindOutTray sent, Drafts drafts) {
        this.finding = finding;
        this.sent = sent;
        this.drafts = drafts;
    }

    @PostMapping("/out-tray/drafts/{id}/instead/{former}")
    String replace(
            @PathVariable String id,
            @PathVariable String former,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected) {
        Draft before = finding.find(user, id).draft();
        Dossier target = sent.find(user, former).story().dossier();
        if (!target.sender().equals(before.agency()) || !OutTrayDocument.isChangeable(target)) {
            throw new NotFound();
        }
        Draft after = before.acting(
                BusinessAction.REPLACE, target.key().documentId().value(), before.fields(), before.recipients());
        boolean done = before.action() == BusinessAction.NEW && drafts.replace(before, after);
        redirected.addFlashAttribute("told", done ? "draft.replaces" : "draft.changed");
        return "redirect:/out-tray/drafts/" + id + (done ? "#reason" : "");
    }
}
