package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.Standing;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** Văn bản đi: drafts that wait to be finished, and what was sent with what became of it. */
@Controller
class OutTrayList {

    private static final int MOST = 100;

    private final ReadClerk clerks;
    private final Drafts drafts;
    private final UnitOfWork work;
    private final Ids ids;
    private final BeginDraft beginning;
    private final SigningStands stands;
    private final FindSealable sealable;

    OutTrayList(
            ReadClerk clerks,
            Drafts drafts,
            UnitOfWork work,
            Ids ids,
            BeginDraft beginning,
            SigningStands stands,
            FindSealable sealable) {
        this.clerks = clerks;
        this.drafts = drafts;
        this.work = work;
        this.ids = ids;
        this.beginning = beginning;
        this.stands = stands;
        this.sealable = sealable;
    }

    /**
     * A document that was sent.
     *
     * @param recalled whether a recall of it was sent too
     */
    record Sent(Dossier dossier, NextStep next, boolean recalled) {}

    @GetMapping("/out-tray")
    String list(@AuthenticationPrincipal ConsoleUser user, Model model) {
        Clerk clerk = clerks.read(user);
        model.addAttribute("agencies", clerk.own());
        List<Draft> open = drafts.open(clerk.sending(), MOST);
        model.addAttribute("drafts", open);
        Map<DraftId, Standing> standings = stands.latest(open);
        model.addAttribute("signings", standings);
        model.addAttribute("sealable", sealable.among(clerk, open, standings));
        model.addAttribute("sent", work.reading(transaction -> sent(transaction, clerk)));
        model.addAttribute("mandated", !clerk.following().isEmpty());
        model.addAttribute("most", MOST);
        return "console/out-tray";
    }

    private static List<Sent> sent(Transaction transaction, Clerk clerk) {
        List<Dossier> all = transaction.dossiers().sentBy(clerk.following(), Optional.empty(), Optional.empty(), MOST);
        // A recall is younger than what it recalls: where the one is listed, the other is.
        return all.stream()
                .map(dossier -> new Sent(
                        dossier,
                        NextStep.of(
                                dossier,
                                transaction.deliveries().of(dossier.id()),
                                transaction.statuses().of(dossier.id())),
                        all.stream().anyMatch(other -> FindRecall.recalls(other, dossier))))
                .toList();
    }

    private static boolean isUntouched(Draft draft, ConsoleUser user) {
        return draft.revision() == 0
                && draft.action() == BusinessAction.NEW
                && draft.author().equals(user.actor());
    }

    @PostMapping("/out-tray/drafts")
    String begin(
            @RequestParam(defaultValue = "") String agency,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected) {
        Clerk clerk = clerks.read(user);
        AgencyId chosen = NotFound.id(agency, AgencyId::new);
        if (!clerk.own().contains(chosen)) {
            throw new NotFound();
        }
        Optional<Draft> untouched = drafts.open(Set.of(chosen), MOST).stream()
                .filter(open -> isUntouched(open, user))
                .findFirst();
        if (untouched.isPresent()) {
            // Pressed twice, or begun and left: one empty draft is enough.
            return "redirect:/out-tray/drafts/" + untouched.get().id();
        }
        Draft draft = Draft.begun(new DraftId(ids.uuid()), chosen, user.actor(), clerk.now());
        if (!beginning.begin(draft)) {
            redirected.addFlashAttribute("told", "drafts.full");
            return "redirect:/out-tray";
        }
        return "redirect:/out-tray/drafts/" + draft.id();
    }
}
