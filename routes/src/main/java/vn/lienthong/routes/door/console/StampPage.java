package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.tray.EnterIncoming;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.StampIncoming;

/** Đóng dấu đến: number, date and place are chosen and looked at first, then confirmed. */
@Controller
class StampPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final FindStampable finding;
    private final StampIncoming stamping;
    private final EnterIncoming entering;
    private final ConfirmSealing confirming;
    private final ReadStory stories;
    private final AgencyNames names;
    private final DeskPanel desk;

    StampPage(
            FindStampable finding,
            StampIncoming stamping,
            EnterIncoming entering,
            ConfirmSealing confirming,
            ReadStory stories,
            AgencyNames names,
            DeskPanel desk) {
        this.finding = finding;
        this.stamping = stamping;
        this.entering = entering;
        this.confirming = confirming;
        this.stories = stories;
        this.names = names;
        this.desk = desk;
    }

    /** What the page says beside the fields. */
    private static final class Said {
        private final List<String> wrong = new ArrayList<>();
        private @Nullable Hindrance hindrance;
        private @Nullable String factor;
        private StampIncoming.@Nullable Outcome outcome;
        private boolean renumbered;
        private boolean stamped;
        private boolean hasFile;
        private boolean atDesk;

        private boolean isNothing() {
            return wrong.isEmpty() && hindrance == null && outcome == null && !renumbered;
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
        StampForm renewed = form;
        if (!form.isFresh()) {
            said.wrong.addAll(form.wrong(found.came(), today(found)));
            renewed = renumbered(found, form);
            said.renumbered = !renewed.equals(form);
        }
        if (confirming.isLacking(user)) {
            said.factor = ConfirmSealing.Answer.NONE.name();
        }
        open(found, renewed, said, false, model);
        return page(said, pressed.equals("check"), confirming.isNeeded(user, request), model);
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
        said.wrong.addAll(form.wrong(found.came(), today(found)));
        if (said.wrong.isEmpty()) {
            ConfirmSealing.Answer answer = confirming.confirm(user, StampForm.text(form.code()), request);
            said.factor = answer == ConfirmSealing.Answer.CONFIRMED ? null : answer.name();
        }
        open(found, form, said, said.wrong.isEmpty() && said.factor == null, model);
        if (said.stamped) {
            redirected.addFlashAttribute("told", "stamped");
            return "redirect:/in-tray/" + found.copy().id();
        }
        return page(said, said.factor != null || said.isNothing(), confirming.isNeeded(user, request), model);
    }

    /** A number that was proposed for another year than the date says is proposed anew. */
    private StampForm renumbered(FindStampable.Found found, StampForm form) {
        Optional<Integer> proposed = form.proposedFor();
        Optional<Integer> year = form.day(found.came(), today(found)).map(LocalDate::getYear);
        if (proposed.isEmpty() || year.isEmpty() || proposed.equals(year)) {
            return form;
        }
        boolean untouched = form.given().equals(Optional.of(entering.next(found.agency(), proposed.get())));
        return untouched ? form.with(entering.next(found.agency(), year.get()), year.get()) : form;
    }

    private void stamp(StampIncoming.Wish wish, Said said) throws IOException {
        switch (stamping.stamp(wish)) {
            case StampIncoming.Outcome.Stamped stamped -> said.stamped = true;
            case StampIncoming.Outcome.NotSealed not -> said.hindrance = Hindrance.of(not.why());
            case StampIncoming.Outcome other -> said.outcome = other;
        }
    }

    StampIncoming.Wish wish(FindStampable.Found found, StampForm form, AttachmentContent pdf, String name) {
        LocalDate today = today(found);
        Optional<GivenNumber> entered = form.isFresh() ? entered(found) : Optional.empty();
        LocalDate day = entered.flatMap(GivenNumber::entered)
                .map(GivenNumber.Entered::date)
                .or(() -> form.day(found.came(), today))
                .orElse(today);
        IncomingNumber number = entered.map(GivenNumber::number)
                .or(form::given)
                .orElseGet(() -> entering.next(found.agency(), day.getYear()));
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
                form.seen(),
                form.confirmsFar(),
                found.clerk().caller().actor());
    }

    /** Where it has its number already, the stamp says that one. */
    private Optional<GivenNumber> entered(FindStampable.Found found) {
        return entering.standing(found.copy().id(), found.agency())
                .filter(line -> line.entered().isPresent());
    }

    /**
     * Opens the document, once for all that is done with it.
     *
     * @param stamps whether it is to be stamped; else, and where it was not, the page is filled
     */
    private void open(FindStampable.Found found, StampForm form, Said said, boolean stamps, Model model)
            throws IOException {
        int file = finding.look(found, file(form), (pdfs, chosen) -> {
            model.addAttribute("pdfs", pdfs);
            if (chosen == null) {
                return;
            }
            StampIncoming.Wish wish = wish(found, form, chosen.content(), chosen.name());
            if (stamps && chosen.number() == file(form)) {
                stamp(wish, said);
            }
            if (!said.stamped) {
                fill(found, form, said, wish, model);
            }
        });
        if (stamps && file != file(form)) {
            throw new NotFound();
        }
        said.hasFile = file >= 0;
        model.addAttribute("file", file);
        if (said.stamped) {
            return;
        }
        model.addAttribute("delivery", found.copy().id());
        model.addAttribute("agency", found.agency());
        model.addAttribute(
                "dossier",
                stories.read(found.copy().dossier()).orElseThrow(NotFound::new).dossier());
        model.addAttribute("before", stamping.standing(found.copy().id()));
    }

    /** The page to fill in or, where all is well, the one to confirm. */
    private static String page(Said said, boolean checked, boolean code, Model model) {
        model.addAttribute("wrong", said.wrong);
        model.addAttribute("hindrance", said.hindrance);
        model.addAttribute("factor", said.factor);
        model.addAttribute(
                "outcome", said.outcome == null ? "" : said.outcome.getClass().getSimpleName());
        model.addAttribute("codeNeeded", code);
        return "console/in-tray-stamp" + (checked && said.hasFile && said.isNothing() && !said.atDesk ? "-check" : "");
    }

    private void fill(FindStampable.Found found, StampForm form, Said said, StampIncoming.Wish wish, Model model)
            throws IOException {
        if (said.isNothing()) {
            said.outcome = form.isFresh() ? null : stamping.hindrance(wish).orElse(null);
        }
        if (said.outcome instanceof StampIncoming.Outcome.Taken taken) {
            model.addAttribute("nextNumber", taken.next().text());
        }
        if (said.outcome instanceof StampIncoming.Outcome.AskFar far) {
            model.addAttribute("nextNumber", far.next().text());
        }
        if (said.outcome instanceof StampIncoming.Outcome.Entered entered) {
            model.addAttribute("entered", entered.number());
        }
        if (said.hindrance == null) {
            switch (stamping.look(wish)) {
                case SealPdf.Look.Fits fits -> model.addAttribute("place", Frame.of(fits.place()));
                case SealPdf.Look.Hindered hindered -> {
                    said.atDesk = hindered.why() instanceof SealPdf.Outcome.AtDesk;
                    said.hindrance = said.atDesk ? null : Hindrance.of(hindered.why());
                }
            }
        }
        if (said.atDesk) {
            desk.on(model);
        }
        model.addAttribute("number", form.isFresh() ? wish.number().text() : StampForm.text(form.number()));
        model.addAttribute("date", form.isFresh() ? wish.date().toString() : StampForm.text(form.date()));
        model.addAttribute("day", wish.date());
        model.addAttribute("forwarding", form.onward());
        model.addAttribute("frameHead", names.plain(found.agency()).toUpperCase(Locale.ROOT));
        model.addAttribute("frameLines", lines(wish));
        boolean first = said.outcome instanceof StampIncoming.Outcome.AskFirst;
        model.addAttribute("seen", form.seen());
        model.addAttribute("again", form.seen() > 0 && !first);
        model.addAttribute("ask", first || form.seen() > 0);
        model.addAttribute("far", form.confirmsFar());
        model.addAttribute("askFar", said.outcome instanceof StampIncoming.Outcome.AskFar || form.confirmsFar());
        model.addAttribute(
                "year",
                form.isFresh()
                        ? wish.date().getYear()
                        : form.proposedFor().orElse(wish.date().getYear()));
        model.addAttribute("renumbered", said.renumbered);
    }

    /** What the stamp will say below the agency's name. */
    private static List<String> lines(StampIncoming.Wish wish) {
        return List.of(
                "ĐẾN",
                "Số: " + wish.number(),
                "Ngày: " + DAY.format(wish.date()),
                "Chuyển: " + (wish.forwarding().isEmpty() ? "……" : wish.forwarding()),
                "Số và ký hiệu HS: ……");
    }

    static LocalDate today(FindStampable.Found found) {
        return LocalDate.ofInstant(found.clerk().now(), Times.ZONE);
    }

    static int file(StampForm form) {
        String file = StampForm.text(form.file());
        return file.matches("[0-9]{1,4}") ? Integer.parseInt(file) : 0;
    }
}
