package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDrafts;

/** Đóng dấu nhiều văn bản: what will become of each is looked at first, then all are confirmed with one code. */
@Controller
class SealDraftsPage {

    /** Drafts that one code may confirm: each is looked at while somebody waits. */
    static final int MOST = 50;

    private static final String SEAL = "/out-tray/drafts/seal";

    private final FindSealable finding;
    private final SealDrafts sealing;
    private final ConfirmSealing confirming;

    SealDraftsPage(FindSealable finding, SealDrafts sealing, ConfirmSealing confirming) {
        this.finding = finding;
        this.sealing = sealing;
        this.confirming = confirming;
    }

    @GetMapping(SEAL)
    String show(
            @RequestParam(name = "draft", defaultValue = "") List<String> chosen,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected)
            throws IOException {
        boolean none = chosen.isEmpty();
        if (none || chosen.size() > MOST) {
            redirected.addFlashAttribute("told", none ? "seal.none" : "seal.too-many");
            return "redirect:/out-tray";
        }
        if (confirming.isLacking(user)) {
            model.addAttribute("factor", ConfirmSealing.Answer.NONE.name());
        }
        model.addAttribute("codeNeeded", confirming.isNeeded(user, request));
        return page(found(user, chosen), model);
    }

    @PostMapping(SEAL)
    String seal(
            @RequestParam(name = "draft", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model)
            throws IOException {
        if (chosen.size() > MOST) {
            throw new NotFound();
        }
        List<ShownDraft> shown = chosen.stream().distinct().map(ShownDraft::of).toList();
        List<Draft> drafts = found(user, shown.stream().map(ShownDraft::id).toList());
        ConfirmSealing.Answer answer = confirming.confirm(user, code, request);
        model.addAttribute("codeNeeded", confirming.isNeeded(user, request));
        if (answer != ConfirmSealing.Answer.CONFIRMED) {
            model.addAttribute("factor", answer.name());
            return page(drafts, model);
        }
        List<Draft> asShown =
                drafts.stream().filter(draft -> ShownDraft.amid(shown, draft)).toList();
        List<SealedLine> lines = new ArrayList<>();
        sealing.seal(asShown, user.actor()).forEach(result -> lines.add(SealedLine.of(result)));
        drafts.stream()
                .filter(draft -> !asShown.contains(draft))
                .forEach(draft -> lines.add(SealedLine.changed(draft)));
        model.addAttribute("lines", lines);
        model.addAttribute("gone", shown.size() - drafts.size());
        model.addAttribute("sealed", lines.stream().filter(SealedLine::sealed).count());
        return "console/drafts-sealed";
    }

    /** Those that are still the clerk's to seal; what was sent or discarded meanwhile is left out. */
    private List<Draft> found(ConsoleUser user, List<String> ids) {
        List<Draft> found = ids.stream()
                .distinct()
                .flatMap(id -> finding.look(user, id, 0).stream())
                .filter(draft -> draft.sent().isEmpty())
                .toList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found;
    }

    private String page(List<Draft> drafts, Model model) throws IOException {
        List<ToSealLine> lines =
                sealing.look(drafts).stream().map(ToSealLine::of).toList();
        model.addAttribute("drafts", drafts);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "fit", lines.stream().filter(line -> line.place() != null).count());
        return "console/drafts-seal";
    }
}
