package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.StampIncoming;

/** Đóng dấu đến: number, date and place are chosen and looked at first, then confirmed. */
@Controller
class StampPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final FindStampable finding;
    private final StampIncoming stamping;
    private final ConfirmSealing confirming;
    private final ReadStory stories;
    private final AgencyNames names;

    StampPage(
            FindStampable finding,
            StampIncoming stamping,
            ConfirmSealing confirming,
            ReadStory stories,
            AgencyNames names) {
        this.finding = finding;
        this.stamping = stamping;
        this.confirming = confirming;
        this.stories = stories;
        this.names = names;
    }

    /** What the page says beside the fields. */
    private static final class Said {
        private final List<String> wrong = new ArrayList<>();
        private @Nullable Hindrance hindrance;
        private @Nullable String factor;
        private StampIncoming.@Nullable Outcome outcome;

        private boolean isNothing() {
            return wrong.isEmpty() && hindrance == null && outcome == null;
        }
    }

    @GetMapping("/in-tray/{id}/stamp")
    String show(
            @PathVariable String id,
            StampForm form,
            @RequestParam(name = "do", defaultValue = "") String pressed,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model)
            throws IOException {
        FindStampable.Found found = finding.find(user, id);
        Said said = new Said();
        if (!form.isFresh()) {
            said.wrong.addAll(form.wrong(today(found)));
        }
        return page(found, form, said, pressed.equals("check"), confirming.isNeeded(user, request), model);
    }

    @PostMapping("/in-tray/{id}/stamp")
    String stamp(
            @PathVariable String id,
            StampForm form,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected)
            throws IOException {
        FindStampable.Found found = finding.find(user, id);
        Said said = new Said();
        said.wrong.addAll(form.wrong(today(found)));
        if (said.wrong.isEmpty()) {
            ConfirmSealing.Answer answer = confirming.confirm(user, StampForm.text(form.code()), request);
            if (answer != ConfirmSealing.Answer.CONFIRMED) {
                said.factor = answer.name();
            } else if (isStamped(found, form, said)) {
                redirected.addFlashAttribute("told", "stamped");
                return "redirect:/in-tray/" + found.copy().id();
            }
        }
        boolean checked = said.factor != null || said.isNothing();
        return page(found, form, said, checked, confirming.isNeeded(user, request), model);
    }

    private boolean isStamped(FindStampable.Found found, StampForm form, Said said) throws IOException {
        finding.open(found, file(form), (pdf, name) -> {
            switch (stamping.stamp(wish(found, form, pdf, name))) {
                case StampIncoming.Outcome.Stamped stamped -> {}
                case StampIncoming.Outcome.NotSealed not -> said.hindrance = Hindrance.of(not.why());
                case StampIncoming.Outcome other -> said.outcome = other;
            }
        });
        return said.isNothing();
    }

    private StampIncoming.Wish wish(FindStampable.Found found, StampForm form, AttachmentContent pdf, String name) {
        LocalDate today = today(found);
        LocalDate day = form.day(today).orElse(today);
        IncomingNumber number = form.given().orElseGet(() -> stamping.next(found.agency(), day.getYear()));
        return new StampIncoming.Wish(
                found.copy().dossier(),
                found.copy().id(),
                found.agency(),
                pdf,
                name,
                number,
                day,
                form.onward(),
                form.spot().spot(),
                form.confirmsAgain(),
                found.clerk().caller().actor());
    }

    /** The page to fill in or, where all is well, the one to confirm. */
    private String page(
            FindStampable.Found found, StampForm form, Said said, boolean checked, boolean code, Model model)
            throws IOException {
        List<FindStampable.Pdf> pdfs = finding.pdfs(found);
        model.addAttribute("pdfs", pdfs);
        model.addAttribute("delivery", found.copy().id());
        model.addAttribute("agency", found.agency());
        model.addAttribute(
                "dossier",
                stories.read(found.copy().dossier()).orElseThrow(NotFound::new).dossier());
        model.addAttribute("before", stamping.of(found.copy().id()));
        int file = pdfs.stream().anyMatch(pdf -> pdf.number() == file(form))
                ? file(form)
                : pdfs.stream().map(FindStampable.Pdf::number).findFirst().orElse(-1);
        model.addAttribute("file", file);
        if (file >= 0) {
            finding.open(found, file, (pdf, name) -> fill(found, form, said, wish(found, form, pdf, name), model));
        }
        model.addAttribute("wrong", said.wrong);
        model.addAttribute("hindrance", said.hindrance);
        model.addAttribute("factor", said.factor);
        model.addAttribute(
                "outcome", said.outcome == null ? "" : said.outcome.getClass().getSimpleName());
        model.addAttribute("codeNeeded", code);
        return "console/in-tray-stamp" + (checked && file >= 0 && said.isNothing() ? "-check" : "");
    }

    private void fill(FindStampable.Found found, StampForm form, Said said, StampIncoming.Wish wish, Model model)
            throws IOException {
        if (said.isNothing()) {
            said.outcome = form.isFresh() ? null : stamping.hindrance(wish).orElse(null);
        }
        if (said.outcome instanceof StampIncoming.Outcome.Taken taken) {
            model.addAttribute("nextNumber", taken.next().text());
        }
        switch (stamping.look(wish)) {
            case SealPdf.Look.Fits fits -> model.addAttribute("place", Frame.of(fits.place()));
            case SealPdf.Look.Hindered hindered -> {
                if (said.hindrance == null) {
                    said.hindrance = Hindrance.of(hindered.why());
                }
            }
        }
        model.addAttribute("number", form.isFresh() ? wish.number().text() : StampForm.text(form.number()));
        model.addAttribute("date", form.isFresh() ? wish.date().toString() : StampForm.text(form.date()));
        model.addAttribute("day", wish.date());
        model.addAttribute("forwarding", form.onward());
        model.addAttribute("frameHead", names.plain(found.agency()).toUpperCase(Locale.ROOT));
        model.addAttribute("frameLines", lines(wish));
        model.addAttribute("again", form.confirmsAgain());
        model.addAttribute("ask", said.outcome instanceof StampIncoming.Outcome.AskFirst || form.confirmsAgain());
    }

    /** What the stamp will say below the agency's name. */
    private static List<String> lines(StampIncoming.Wish wish) {
        return List.of(
                "ĐẾN",
                "Số: " + wish.number(),
                "Ngày: " + DAY.format(wish.date()),
                "Chuyển: " + (wish.forwarding().isEmpty() ? "……" : wish.forwarding()));
    }

    private static LocalDate today(FindStampable.Found found) {
        return LocalDate.ofInstant(found.clerk().now(), Times.ZONE);
    }

    private static int file(StampForm form) {
        String file = StampForm.text(form.file());
        return file.matches("[0-9]{1,4}") ? Integer.parseInt(file) : 0;
    }
}
