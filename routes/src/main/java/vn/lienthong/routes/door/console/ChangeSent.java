package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.ToldRecipients;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.EnvelopeNotSigned;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.routes.door.Receiver;

/** Recalls what was sent, with a reason and after a look at what that means; begins an update or a replacement. */
@Controller
class ChangeSent {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeSent.class);

    private final FindOutTray finding;
    private final ReadAttachments packets;
    private final HandInDraft handing;
    private final Receiver receiver;
    private final BeginDraft beginning;
    private final Ids ids;
    private final ToldRecipients told;

    ChangeSent(
            FindOutTray finding,
            ReadAttachments packets,
            HandInDraft handing,
            Receiver receiver,
            BeginDraft beginning,
            Ids ids,
            ToldRecipients told) {
        this.finding = finding;
        this.packets = packets;
        this.handing = handing;
        this.receiver = receiver;
        this.beginning = beginning;
        this.ids = ids;
        this.told = told;
    }

    @GetMapping("/out-tray/{id}/recall")
    String ask(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        FindOutTray.Found found = mine(user, id);
        return isRecalled(found.story()) ? "redirect:/out-tray/" + id : page(found, false, model);
    }

    private static boolean isRecalled(Story story) {
        return story.lineage().stream().anyMatch(other -> FindRecall.recalls(other, story.dossier()));
    }

    @PostMapping("/out-tray/{id}/recall")
    String recall(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected)
            throws IOException {
        FindOutTray.Found found = mine(user, id);
        if (isRecalled(found.story())) {
            redirected.addFlashAttribute("told", "recalled.before");
            return "redirect:/out-tray/" + id;
        }
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return page(found, true, model);
        }
        Dossier sent = found.story().dossier();
        Clerk clerk = found.clerk();
        Submission recall;
        try {
            recall = handing.recall(header(sent), told.of(sent), given.get(), clerk.caller(), clerk.now());
        } catch (EnvelopeNotSigned keyAway) {
            LOG.warn("{}", keyAway.getMessage());
            redirected.addFlashAttribute("findings", List.of(SendDraft.NOT_NOW));
            return "redirect:/out-tray/" + id;
        }
        return switch (receiver.receive(recall)) {
            case ReceptionAnswer.Taken taken -> {
                redirected.addFlashAttribute("told", "recalled");
                yield "redirect:/out-tray/" + id;
            }
            case ReceptionAnswer.Refused refused -> {
                redirected.addFlashAttribute("findings", refused.findings());
                yield "redirect:/out-tray/" + id;
            }
            case ReceptionAnswer.StatusTaken status ->
                throw new IllegalStateException("recall: taken as a status (expected: as a document)");
        };
    }

    /** A draft that says what the document said, to be changed and given its files. */
    @PostMapping("/out-tray/{id}/{change:update|replace}")
    String change(
            @PathVariable String id,
            @PathVariable String change,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected)
            throws IOException {
        FindOutTray.Found found = mine(user, id);
        Dossier dossier = found.story().dossier();
        BusinessAction action = change.equals("update") ? BusinessAction.UPDATE : BusinessAction.REPLACE;
        List<AgencyCode> recipients =
                told.of(dossier).stream().map(Recipient::code).toList();
        Draft draft = Draft.begun(
                        new DraftId(ids.uuid()),
                        dossier.sender(),
                        user.actor(),
                        found.clerk().now())
                .acting(action, dossier.key().documentId().value(), fields(header(dossier)), recipients);
        if (!beginning.begin(draft)) {
            redirected.addFlashAttribute("told", "drafts.full");
            return "redirect:/out-tray/" + id;
        }
        return "redirect:/out-tray/drafts/" + draft.id();
    }

    private String page(FindOutTray.Found found, boolean reasonMissing, Model model) {
        model.addAttribute("dossier", found.story().dossier());
        model.addAttribute("copies", SentCopy.of(found.story()));
        model.addAttribute("further", further(found.story().dossier()));
        model.addAttribute("reasonMissing", reasonMissing);
        return "console/recall";
    }

    /** Whom later updates told of it; their copies are under those. */
    private List<Recipient> further(Dossier dossier) {
        Set<AgencyCode> own =
                dossier.recipients().stream().map(Recipient::code).collect(Collectors.toUnmodifiableSet());
        return told.of(dossier).stream()
                .filter(recipient -> !own.contains(recipient.code()))
                .toList();
    }

    private FindOutTray.Found mine(ConsoleUser user, String id) {
        FindOutTray.Found found = finding.find(user, id);
        if (!OutTrayDocument.isChangeable(found.story().dossier())) {
            throw new NotFound();
        }
        return found;
    }

    private DocumentHeader header(Dossier dossier) throws IOException {
        return packets.header(dossier.bytes()).orElseThrow(NotFound::new);
    }

    private static DraftFields fields(DocumentHeader sent) {
        String priority = sent.otherInfo().priority();
        return new DraftFields(
                sent.code().number(),
                sent.code().notation(),
                sent.promulgation().place(),
                sent.promulgation().date().map(Object::toString).orElse(""),
                sent.documentType().typeName(),
                sent.subject(),
                sent.signer().competence(),
                sent.signer().position(),
                sent.signer().fullName(),
                priority.matches("[0-4]") ? Integer.parseInt(priority) : 0);
    }
}
