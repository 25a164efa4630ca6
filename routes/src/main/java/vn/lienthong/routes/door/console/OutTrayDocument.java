package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.delivery.TellSender;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.gateway.tray.TakeForReading;

/** A document that was sent: how each copy fares, what recipients said, what may be done. Statuses are taken by looking. */
@Controller
class OutTrayDocument {

    private final FindOutTray finding;
    private final TakeForReading taking;
    private final ReadAttachments attachments;
    private final FindRecall recalls;

    OutTrayDocument(FindOutTray finding, TakeForReading taking, ReadAttachments attachments, FindRecall recalls) {
        this.finding = finding;
        this.taking = taking;
        this.attachments = attachments;
        this.recalls = recalls;
    }

    @GetMapping("/out-tray/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        FindOutTray.Found found = finding.find(user, id);
        Story story = found.story();
        Dossier dossier = story.dossier();
        if (found.clerk().writes()) {
            taking.take(found.clerk().caller(), dossier.id());
        }
        model.addAttribute("dossier", dossier);
        model.addAttribute("story", story);
        NextStep next = NextStep.of(dossier, story.deliveries(), story.statuses());
        model.addAttribute("next", next);
        model.addAttribute("over", next instanceof NextStep.NobodyLeft);
        model.addAttribute("copies", SentCopy.of(story));
        recalls.of(story).ifPresent(recall -> model.addAttribute("recall", recall));
        model.addAttribute("reason", dossier.key().action() == BusinessAction.NEW ? "" : recalls.reason(dossier));
        model.addAttribute("changeable", found.clerk().writes() && isChangeable(dossier));
        List<VerificationView> reports = VerificationView.read(dossier.verificationJson());
        model.addAttribute("trust", TrustLine.of(reports));
        model.addAttribute("reports", reports);
        model.addAttribute("files", TrayFile.of(attachments, dossier.bytes()));
        // Under what number a recipient enters it is the recipient's own affair.
        model.addAttribute(
                "trail",
                story.entries().stream()
                        .filter(entry -> !TellSender.isOfRecipientsHouse(entry.event()))
                        .map(TimelineLine::of)
                        .toList());
        return "console/out-tray-document";
    }

    /** A recall is not recalled; what was refused can simply be sent anew. */
    static boolean isChangeable(Dossier dossier) {
        return dossier.state() != DossierState.REFUSED && dossier.key().action() != BusinessAction.REVOKE;
    }

    @GetMapping("/out-tray/{id}/files/{number:[0-9]{1,4}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        Dossier dossier = finding.find(user, id).story().dossier();
        attachments.look(dossier.bytes(), files -> {
            if (number >= files.size()) {
                throw new NotFound();
            }
            FileAnswer.send(response, files.get(number));
        });
    }
}
