package vn.lienthong.routes.door.console;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.tray.ClerkAct;
import vn.lienthong.gateway.tray.DecideHeld;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.gateway.tray.StampIncoming;
import vn.lienthong.gateway.tray.TakeForReading;

/**
 * One document that came. Whoever opens the page has the document: it is handed over to the agency, with evidence that
 * names the person; one in custody is only looked at, and an officer only sees what a clerk took.
 */
@Controller
class InTrayDocument {

    private final FindInTray finding;
    private final TakeForReading taking;
    private final DecideHeld holds;
    private final ReadStory stories;
    private final ReadAttachments attachments;
    private final FindStampable stampable;
    private final StampIncoming stamping;

    InTrayDocument(
            FindInTray finding,
            TakeForReading taking,
            DecideHeld holds,
            ReadStory stories,
            ReadAttachments attachments,
            FindStampable stampable,
            StampIncoming stamping) {
        this.finding = finding;
        this.taking = taking;
        this.holds = holds;
        this.stories = stories;
        this.attachments = attachments;
        this.stampable = stampable;
        this.stamping = stamping;
    }

    @GetMapping("/in-tray/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        FindInTray.Found found = finding.find(user, id);
        if (found.clerk().writes()) {
            taking.take(found.clerk().caller(), found.item().dossier());
        }
        Story story = stories.read(found.item().dossier()).orElseThrow(NotFound::new);
        TrayStory own = TrayStory.of(story, found.item());
        List<VerificationView> reports = VerificationView.read(story.dossier().verificationJson());
        model.addAttribute("line", TrayLine.of(found.item(), found.clerk().now()));
        model.addAttribute("item", found.item());
        model.addAttribute("dossier", story.dossier());
        model.addAttribute("own", own);
        model.addAttribute("answers", found.answers());
        model.addAttribute("acts", acts(found));
        model.addAttribute("others", found.item().held() && !isOwnToDecide(found));
        model.addAttribute("said", found.clerk().now().getEpochSecond());
        model.addAttribute("trust", TrustLine.of(reports));
        model.addAttribute("reports", reports);
        List<TrayFile> files = TrayFile.of(attachments, own.copy().bytes());
        model.addAttribute("files", files);
        model.addAttribute("stamped", stamping.of(found.item().delivery()));
        List<GivenNumber> numbers = stamping.numbers(found.item().delivery());
        model.addAttribute("numbers", numbers);
        model.addAttribute(
                "voided", numbers.stream().filter(number -> !number.stands()).toList());
        model.addAttribute("enters", stampable.mayEnter(found));
        model.addAttribute("stamps", stampable.may(found) && files.stream().anyMatch(TrayFile::pdf));
        return "console/in-tray-document";
    }

    private List<ClerkAct> acts(FindInTray.Found found) {
        boolean may = found.answers() && (!found.item().held() || isOwnToDecide(found));
        return may ? ClerkAct.possible(found.item()) : List.of();
    }

    private boolean isOwnToDecide(FindInTray.Found found) {
        return holds.may(found.item().dossier(), found.clerk().answering());
    }
}
