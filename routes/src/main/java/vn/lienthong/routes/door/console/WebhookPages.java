package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.webhook.ManageWebhooks;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.Webhooks;

/** Whom systems have told of news, how that goes, and the page on which an operator has a paused one send again. */
@Controller
class WebhookPages {

    private static final int MESSAGES = 5;

    private final Webhooks webhooks;
    private final ManageWebhooks managing;

    WebhookPages(Webhooks webhooks, ManageWebhooks managing) {
        this.webhooks = webhooks;
        this.managing = managing;
    }

    /**
     * A webhook on the page; of its address the machine alone, the rest may be a secret of its system.
     *
     * @param last its newest messages
     */
    record Line(Webhook webhook, String host, List<Sent> last) {

        public boolean isFailing() {
            return webhook.standing().failures() > 0;
        }
    }

    /** A message with its last attempt. */
    record Sent(Message message, Optional<Message.Attempt> attempt) {}

    @GetMapping("/webhooks")
    String list(Model model) {
        model.addAttribute(
                "webhooks",
                webhooks.all().stream().limit(ListPages.MOST).map(this::line).toList());
        return "console/webhooks";
    }

    @GetMapping("/webhooks/{id}/resume")
    String ask(@PathVariable String id, Model model) {
        return show(found(id), false, model);
    }

    @PostMapping("/webhooks/{id}/resume")
    String resume(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        Webhook webhook = found(id);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return show(webhook, true, model);
        }
        boolean done = !webhook.isActive()
                && managing.resume(webhook.id(), user.actor(), given.get()).isPresent();
        redirected.addFlashAttribute("told", done ? "done.RESUME_WEBHOOK" : "too-late");
        return "redirect:/webhooks";
    }

    private String show(Webhook webhook, boolean reasonMissing, Model model) {
        model.addAttribute("line", line(webhook));
        model.addAttribute("reasonMissing", reasonMissing);
        return "console/webhook-resume";
    }

    private Webhook found(String id) {
        try {
            return webhooks.find(new WebhookId(UUID.fromString(id))).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private Line line(Webhook webhook) {
        List<Sent> last = webhooks.messages(webhook.id(), OptionalLong.empty(), MESSAGES).stream()
                .map(message -> new Sent(
                        message, webhooks.attempts(message.id(), 1).stream().findFirst()))
                .toList();
        return new Line(webhook, String.valueOf(webhook.address().getHost()), last);
    }
}
