package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDraft;

/** Đóng dấu cơ quan: where it will stand is chosen and looked at first, then confirmed. */
@Controller
class SealDraftPage {

    private static final String SEAL = "/out-tray/drafts/{id}/files/{number:[0-9]{1,4}}/seal";

    private final FindSealable finding;
    private final SealDraft sealing;
    private final ConfirmSealing confirming;
    private final AgencyNames names;
    private final DeskPanel desk;

    SealDraftPage(
            FindSealable finding, SealDraft sealing, ConfirmSealing confirming, AgencyNames names, DeskPanel desk) {
        this.finding = finding;
        this.sealing = sealing;
        this.confirming = confirming;
        this.names = names;
        this.desk = desk;
    }

    @GetMapping(SEAL)
    String show(
            @PathVariable String id,
            @PathVariable int number,
            SpotForm form,
            @RequestParam(name = "do", defaultValue = "") String pressed,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Draft draft = finding.find(user, id, number);
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (!SealDraft.may(draft, number)) {
            return "redirect:/out-tray/drafts/" + id;
        }
        model.addAttribute("codeNeeded", confirming.isNeeded(user, request));
        if (confirming.isLacking(user)) {
            model.addAttribute("factor", ConfirmSealing.Answer.NONE.name());
        }
        return page(draft, number, form, pressed.equals("check"), null, model);
    }

    @PostMapping(SEAL)
    String seal(
            @PathVariable String id,
            @PathVariable int number,
            SpotForm form,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected)
            throws IOException {
        Draft draft = finding.find(user, id, number);
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (draft.revision() != revision || !SealDraft.may(draft, number)) {
            redirected.addFlashAttribute("told", "draft.changed");
            return "redirect:/out-tray/drafts/" + id;
        }
        ConfirmSealing.Answer answer =
                form.isWrong() ? ConfirmSealing.Answer.CONFIRMED : confirming.confirm(user, code, request);
        model.addAttribute("codeNeeded", confirming.isNeeded(user, request));
        if (answer != ConfirmSealing.Answer.CONFIRMED) {
            model.addAttribute("factor", answer.name());
            return page(draft, number, form, true, null, model);
        }
        if (form.isWrong()) {
            return page(draft, number, form, false, null, model);
        }
        return switch (sealing.seal(draft, number, form.spot(), user.actor())) {
            case SealDraft.Outcome.Sealed sealed -> {
                redirected.addFlashAttribute("told", "sealed");
                yield "redirect:/out-tray/drafts/" + id;
            }
            case SealDraft.Outcome.Changed changed -> {
                redirected.addFlashAttribute("told", "draft.changed");
                yield "redirect:/out-tray/drafts/" + id;
            }
            case SealDraft.Outcome.NotSealed not -> page(draft, number, form, false, Hindrance.of(not.why()), model);
        };
    }

    private String page(Draft draft, int number, SpotForm form, boolean checked, @Nullable Hindrance known, Model model)
            throws IOException {
        model.addAttribute("draft", draft);
        model.addAttribute("number", number);
        model.addAttribute("main", number == 0);
        model.addAttribute("name", draft.files().get(number).name());
        model.addAttribute("agency", sealing.sealer(draft));
        model.addAttribute("frameHead", number == 0 ? names.plain(sealing.sealer(draft)) : "");
        model.addAttribute(
                "frameLines",
                number == 0
                        ? List.of()
                        : List.of("Kèm theo văn bản số " + draft.fields().number() + "/"
                                + draft.fields().notation()));
        model.addAttribute("wrong", form.isWrong() ? List.of("seal.wrong.spot") : List.of());
        Hindrance hindrance = known;
        boolean atDesk = false;
        if (known == null) {
            switch (sealing.look(draft, number, form.spot())) {
                case SealPdf.Look.Fits fits -> model.addAttribute("place", Frame.of(fits.place()));
                case SealPdf.Look.Hindered hindered -> {
                    atDesk = hindered.why() instanceof SealPdf.Outcome.AtDesk;
                    hindrance = atDesk ? null : Hindrance.of(hindered.why());
                }
            }
        }
        model.addAttribute("hindrance", hindrance);
        if (atDesk) {
            desk.on(model);
            return "console/draft-seal";
        }
        return "console/draft-seal" + (checked && hindrance == null && !form.isWrong() ? "-check" : "");
    }
}
