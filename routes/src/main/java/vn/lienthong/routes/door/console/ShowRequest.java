package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.routes.platform.JudgeInUse;
import vn.lienthong.routes.report.TellReport;

/** One document that is before an officer, or was: its files, the signatures that are there, and the ways to sign it. */
@Component
final class ShowRequest {

    private final FindRequest finding;
    private final Drafts drafts;
    private final Vault vault;
    private final JudgeInUse judging;
    private final DeskPanel panel;

    ShowRequest(FindRequest finding, Drafts drafts, Vault vault, JudgeInUse judging, DeskPanel panel) {
        this.finding = finding;
        this.drafts = drafts;
        this.vault = vault;
        this.judging = judging;
        this.panel = panel;
    }

    /**
     * Makes its page.
     *
     * @param batch what it was lined up in with others; empty where it was not
     * @param missing whether a reason was wanted and not given
     */
    String page(ConsoleUser user, SigningRequest request, String batch, boolean missing, Model model)
            throws IOException {
        model.addAttribute("request", request);
        model.addAttribute("batch", batch);
        model.addAttribute("late", request.isLateAt(finding.now()));
        model.addAttribute("missing", missing);
        model.addAttribute("files", files(request));
        if (request.isOpen() && finding.isAtDesk(user)) {
            panel.on(model);
        }
        if (request.bytes().isPresent()) {
            signatures(request, request.bytes().get(), model);
        }
        return "console/approval";
    }

    private void signatures(SigningRequest request, StoredBytes bytes, Model model) throws IOException {
        JudgedFile judged = judging.judge()
                .judge(
                        SignedFile.of(request.shown().fileName(), bytes.length(), () -> vault.read(bytes.digest())),
                        List.of(),
                        finding.now());
        Locale language = LocaleContextHolder.getLocale();
        TellReport reports = new TellReport(language);
        model.addAttribute("tolds", judged.reports().stream().map(reports::tell).toList());
        model.addAttribute(
                "unsigned", judged.reports().stream().allMatch(report -> report.presence() == Presence.UNSIGNED));
        model.addAttribute("findings", judged.findings());
    }

    /** The file to sign first; the annexes only while it is before the officer, when they stand as they are. */
    private List<TrayFile> files(SigningRequest request) {
        return drafts.find(request.draft())
                .filter(draft -> request.isOpen())
                .map(DraftFiles::listed)
                .orElseGet(() -> request.bytes().stream()
                        .map(bytes -> new TrayFile(0, request.shown().fileName(), bytes.length()))
                        .toList());
    }
}
