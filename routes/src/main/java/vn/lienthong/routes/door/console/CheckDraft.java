package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.gateway.tray.SealDraft;

/** Shows a draft as it will be sent, with everything reception would say about it. */
@Controller
class CheckDraft {

    private final FindDraft finding;
    private final HandInDraft handing;
    private final Agencies agencies;
    private final FindSealable sealable;
    private final UploadRules rules;
    private final FindFormer former;
    private final CompareNumber comparing;

    CheckDraft(
            FindDraft finding,
            HandInDraft handing,
            Agencies agencies,
            FindSealable sealable,
            UploadRules rules,
            FindFormer former,
            CompareNumber comparing) {
        this.finding = finding;
        this.handing = handing;
        this.agencies = agencies;
        this.sealable = sealable;
        this.rules = rules;
        this.former = former;
        this.comparing = comparing;
    }

    @GetMapping("/out-tray/drafts/{id}/check")
    String check(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        Optional<String> unfit = rules.unfit(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("missing", draft.missing());
        model.addAttribute("unfit", unfit.orElse(""));
        model.addAttribute("files", DraftFiles.listed(draft));
        model.addAttribute(
                "chosen",
                draft.recipients().stream()
                        .map(code -> Addressee.of(
                                agencies.current(), code, found.clerk().now()))
                        .toList());
        if (draft.missing().isEmpty() && unfit.isEmpty()) {
            preview(found, model);
        }
        return "console/draft-check";
    }

    private void preview(FindDraft.Found found, Model model) throws IOException {
        Draft draft = found.draft();
        Decision decision =
                handing.preview(draft, found.clerk().caller(), found.clerk().now());
        DraftOutlook outlook = DraftOutlook.of(decision);
        model.addAttribute("outlook", outlook);
        former.of(decision, draft).ifPresent(sent -> model.addAttribute("former", sent));
        model.addAttribute("inFile", comparing.differs(draft).orElse(""));
        model.addAttribute("seals", sealable.may(found.clerk(), draft) && SealDraft.may(draft, 0));
        model.addAttribute("trust", TrustLine.of(outlook.reports()));
    }
}
