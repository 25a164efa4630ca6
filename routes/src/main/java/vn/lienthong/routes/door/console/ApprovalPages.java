package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Chờ ký: what was put before an officer, and one document of it with its file and the signatures that are there already. */
@Controller
class ApprovalPages {

    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_DECIDED = 100;
    private static final int BATCHES = 5;

    private final FindRequest finding;
    private final SigningRequests requests;
    private final SigningBatches batches;
    private final Drafts drafts;
    private final Vault vault;
    private final ShowRequest showing;
    private final int most;

    ApprovalPages(
            FindRequest finding,
            SigningRequests requests,
            SigningBatches batches,
            Drafts drafts,
            Vault vault,
            ShowRequest showing,
            GatewayConfiguration configuration) {
        this.finding = finding;
        this.requests = requests;
        this.batches = batches;
        this.drafts = drafts;
        this.vault = vault;
        this.showing = showing;
        this.most = configuration.tray().maxSigning();
    }

    @GetMapping("/approvals")
    String list(
            @RequestParam(defaultValue = "waiting") String tab,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal ConsoleUser user,
            Model model) {
        boolean done = tab.equals("done");
        String wanted = text.length() <= LONGEST_SEARCH ? text.strip() : "";
        List<SigningRequest> all = done
                ? requests.decided(user.getUsername(), wanted, MOST_DECIDED)
                : requests.waiting(user.getUsername(), wanted, most);
        Predicate<SigningRequest> may = finding.may(user);
        model.addAttribute("done", done);
        model.addAttribute("text", wanted);
        model.addAttribute("most", done ? MOST_DECIDED : most);
        model.addAttribute("all", all.size());
        model.addAttribute(
                "lines",
                all.stream()
                        .map(request -> new ApprovalLine(request, may.test(request), request.isLateAt(finding.now())))
                        .filter(line -> line.may() || wanted.isEmpty())
                        .toList());
        model.addAttribute("batches", batches.of(user.getUsername(), BATCHES));
        return "console/approvals";
    }

    @GetMapping("/approvals/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String batch,
            @AuthenticationPrincipal ConsoleUser user,
            Model model)
            throws IOException {
        return showing.page(user, finding.find(user, id), batch, false, model);
    }

    @GetMapping("/approvals/{id}/files/{number:[0-9]{1,4}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        SigningRequest request = finding.find(user, id);
        if (number == 0) {
            StoredBytes bytes = request.bytes().orElseThrow(NotFound::new);
            FileAnswer.send(response, attachment(request.shown().fileName(), bytes));
            return;
        }
        Draft draft = drafts.find(request.draft())
                .filter(same -> request.isOpen() && number < same.files().size())
                .orElseThrow(NotFound::new);
        FileAnswer.send(
                response,
                attachment(
                        draft.files().get(number).name(),
                        draft.files().get(number).bytes()));
    }

    private Attachment attachment(String name, StoredBytes bytes) {
        return Attachment.of(
                "", name, "", AttachmentContent.of(bytes.digest(), bytes.length(), () -> vault.read(bytes.digest())));
    }
}
