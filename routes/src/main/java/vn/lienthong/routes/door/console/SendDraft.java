package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.EnvelopeNotSigned;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.routes.door.Receiver;

/** Sends a draft as it was shown. */
@Controller
class SendDraft {

    private static final Logger LOG = LoggerFactory.getLogger(SendDraft.class);
    static final Finding NOT_NOW = Finding.error(
            ErrorCode.BUSY,
            "envelope",
            "khóa của cổng chưa ký được gói tin, chưa gửi gì, không mất gì (expected: gửi lại sau ít phút, vẫn dưới mã văn"
                    + " bản này nên không thành hai văn bản; hoặc sửa, hoặc bỏ bản nháp)");

    private final FindDraft finding;
    private final HandInDraft handing;
    private final Receiver receiver;
    private final Drafts drafts;
    private final UploadRules rules;

    SendDraft(FindDraft finding, HandInDraft handing, Receiver receiver, Drafts drafts, UploadRules rules) {
        this.finding = finding;
        this.handing = handing;
        this.receiver = receiver;
        this.drafts = drafts;
        this.rules = rules;
    }

    /** A button pressed twice hands in the same document twice, which is one document. */
    @PostMapping("/out-tray/drafts/{id}/send")
    String send(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int revision,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected)
            throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        if (draft.revision() != revision) {
            return changed(id, redirected);
        }
        if (!draft.missing().isEmpty() || rules.unfit(draft).isPresent()) {
            return "redirect:/out-tray/drafts/" + id + "/check";
        }
        Optional<Draft> pinned = drafts.pin(draft);
        return pinned.isEmpty() ? changed(id, redirected) : handedIn(id, pinned.get(), found.clerk(), redirected);
    }

    /** Somebody changed it since it was looked at: what was shown is what is sent, or nothing. */
    private static String changed(String id, RedirectAttributes redirected) {
        redirected.addFlashAttribute("told", "draft.changed");
        return "redirect:/out-tray/drafts/" + id + "/check";
    }

    private String handedIn(String id, Draft draft, Clerk clerk, RedirectAttributes redirected) throws IOException {
        Submission submission;
        try {
            submission = handing.submission(draft, clerk.caller(), clerk.now());
        } catch (EnvelopeNotSigned keyAway) {
            LOG.warn("{}", keyAway.getMessage());
            redirected.addFlashAttribute("findings", List.of(NOT_NOW));
            return "redirect:/out-tray/drafts/" + id + "/check";
        }
        return switch (receiver.receive(submission)) {
            case ReceptionAnswer.Taken taken -> {
                drafts.sent(draft.id(), taken.dossier());
                redirected.addFlashAttribute("told", "sent");
                yield "redirect:/out-tray/" + taken.dossier();
            }
            case ReceptionAnswer.Refused refused -> {
                redirected.addFlashAttribute("findings", refused.findings());
                yield "redirect:/out-tray/drafts/" + draft.id() + "/check";
            }
            case ReceptionAnswer.StatusTaken status ->
                throw new IllegalStateException("draft: taken as a status (expected: as a document)");
        };
    }
}
