package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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
import vn.lienthong.gateway.approval.BatchId;
import vn.lienthong.gateway.approval.ConfirmBatch;
import vn.lienthong.gateway.approval.DecideRequest;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SigningBatch;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Ký: an officer refuses with a reason, or confirms one or many documents at once with a second factor, and sees how far it is. */
@Controller
class SignPages {

    private final FindRequest finding;
    private final ShowRequest showing;
    private final ConfirmBatch confirming;
    private final DecideRequest deciding;
    private final ConfirmSealing factor;
    private final BatchView batches;
    private final int most;

    SignPages(
            FindRequest finding,
            ShowRequest showing,
            ConfirmBatch confirming,
            DecideRequest deciding,
            ConfirmSealing factor,
            BatchView batches,
            GatewayConfiguration configuration) {
        this.finding = finding;
        this.showing = showing;
        this.confirming = confirming;
        this.deciding = deciding;
        this.factor = factor;
        this.batches = batches;
        this.most = configuration.tray().maxSigning();
    }

    @PostMapping("/approvals/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String batch,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected)
            throws IOException {
        SigningRequest request = finding.find(user, id);
        Optional<BatchId> line = batches.own(user, batch);
        if (reason.isBlank()) {
            return showing.page(user, request, batch, true, model);
        }
        boolean done = deciding.refuse(request, reason, user.actor());
        redirected.addFlashAttribute("told", done ? "signing.refused" : "too-late");
        return "redirect:"
                + line.map(own -> batches.after(user.getUsername(), own)).orElse("/approvals");
    }

    /** Shows what would be signed: exactly these files. */
    @PostMapping("/approvals/confirm")
    String confirm(
            @RequestParam(name = "id", required = false) List<String> chosen,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        List<SigningRequest> open = open(user, chosen);
        if (open.isEmpty()) {
            redirected.addFlashAttribute("told", "signing.none");
            return "redirect:/approvals";
        }
        return asked(open, user, model);
    }

    private String asked(List<SigningRequest> open, ConsoleUser user, Model model) {
        model.addAttribute("open", open);
        boolean atDesk = finding.isAtDesk(user);
        model.addAttribute("atDesk", atDesk);
        if (atDesk) {
            return "console/approval-confirm";
        }
        model.addAttribute("codeNeeded", factor.exists(user));
        if (factor.isLacking(user)) {
            model.addAttribute("factor", ConfirmSealing.Answer.NONE.name());
        }
        return "console/approval-confirm";
    }

    /** Of what was chosen, what this officer may sign now. */
    private List<SigningRequest> open(ConsoleUser user, @Nullable List<String> chosen) {
        List<RequestId> ids = Optional.ofNullable(chosen).orElse(List.of()).stream()
                .limit(most)
                .map(id -> NotFound.id(id, RequestId::new))
                .toList();
        return confirming.open(user.getUsername(), ids).stream()
                .filter(request -> finding.may(user, request))
                .toList();
    }

    @PostMapping("/approvals/sign")
    String sign(
            @RequestParam(name = "shown", required = false) List<String> chosen,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected) {
        List<ShownRequest> shown = ShownRequest.all(chosen);
        List<SigningRequest> open =
                open(user, shown.stream().map(ShownRequest::id).toList());
        if (open.isEmpty() || !open.stream().map(ShownRequest::of).toList().equals(shown)) {
            redirected.addFlashAttribute("told", "signing.none");
            return "redirect:/approvals";
        }
        if (finding.isAtDesk(user)) {
            SigningBatch line = confirming.lineUp(user.getUsername(), open);
            return "redirect:" + batches.after(user.getUsername(), line.id());
        }
        ConfirmSealing.Answer answer = factor.confirmAnew(user, code, request);
        if (answer != ConfirmSealing.Answer.CONFIRMED) {
            String page = asked(open, user, model);
            model.addAttribute("factor", answer.name());
            return page;
        }
        return begun(user, open, redirected);
    }

    /** Pressed twice, it is one batch: the second sees how far the first is. */
    private String begun(ConsoleUser user, List<SigningRequest> open, RedirectAttributes redirected) {
        Optional<BatchId> begun = confirming
                .confirm(user.getUsername(), open, user.actor(), factor.how(user))
                .map(SigningBatch::id);
        begun.ifPresent(batch -> batches.begin());
        Optional<BatchId> seen = begun.or(() -> confirming.before(open));
        if (seen.isEmpty()) {
            redirected.addFlashAttribute("told", "signing.elsewhere");
        }
        return seen.map(batch -> "redirect:/approvals/batches/" + batch).orElse("redirect:/approvals");
    }

    @GetMapping("/approvals/batches/{id}")
    String batch(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        batches.show(user, NotFound.id(id, BatchId::new), model);
        return "console/approval-batch";
    }

    /** The part of it that moves. */
    @GetMapping("/approvals/batches/{id}/progress")
    String progress(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, Model model) {
        batches.show(user, NotFound.id(id, BatchId::new), model);
        return "console/approval-batch :: progress";
    }
}
