package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.webhook.ManageWebhooks;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.SendWebhooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.Webhooks;

/** What was sent to a webhook, and how it went; trials, and sending again. */
@RestController
@RequestMapping(RestPaths.WEBHOOKS + "/{id}")
final class WebhookMessagesResource {

    private static final int ATTEMPTS = 10;

    private final RestCalls calls;
    private final ManageWebhooks managing;
    private final Webhooks webhooks;
    private final SendWebhooks sending;
    private final DeliverySettings settings;

    WebhookMessagesResource(
            RestCalls calls,
            ManageWebhooks managing,
            Webhooks webhooks,
            SendWebhooks sending,
            DeliverySettings settings) {
        this.calls = calls;
        this.managing = managing;
        this.webhooks = webhooks;
        this.sending = sending;
        this.settings = settings;
    }

    @PostMapping("/ping")
    void ping(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> own(caller, id)
                .map(this::ping)
                .orElseGet(() -> RestAnswer.notFound("id", id)));
    }

    private RestAnswer ping(WebhookId id) {
        return sending.ping(id)
                .map(message -> RestAnswer.json(202, Optional.empty(), WebhookJson.message(message)))
                .orElseGet(() -> RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT,
                        "id",
                        "id: " + id + " đang tạm dừng, hoặc đã đủ số tin chờ (expected: POST …/resume trước)"));
    }

    @GetMapping("/messages")
    void list(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<WebhookId> known = own(caller, id);
            Optional<Integer> limit = Page.limit(request, settings.listLimit());
            String cursor = Optional.ofNullable(request.getParameter("cursor")).orElse("");
            if (known.isEmpty()) {
                return RestAnswer.notFound("id", id);
            }
            if (limit.isEmpty()) {
                return Page.malformed(request, "limit", "một số nguyên dương");
            }
            if (!cursor.matches("|\\d{1,18}")) {
                return Page.malformed(request, "cursor", "next của trang trước; trang đầu thì bỏ tham số này");
            }
            OptionalLong before = cursor.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cursor));
            List<Message> found = webhooks.messages(known.get(), before, limit.get());
            List<Map<String, Object>> items =
                    found.stream().map(WebhookJson::message).toList();
            return Page.of(
                    items,
                    found.size() == limit.get()
                            ? Optional.of(Long.toString(found.getLast().sequence()))
                            : Optional.empty());
        });
    }

    @GetMapping("/messages/{message}")
    void get(
            @PathVariable String id,
            @PathVariable String message,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        calls.call(request, response, caller -> own(caller, id)
                .flatMap(
                        known -> DocumentsResource.id(message, one -> one).flatMap(one -> webhooks.message(known, one)))
                .map(found -> RestAnswer.ok(WebhookJson.message(found, webhooks.attempts(found.id(), ATTEMPTS))))
                .orElseGet(() -> RestAnswer.notFound("message", message)));
    }

    @PostMapping("/messages/{message}/redeliver")
    void redeliver(
            @PathVariable String id,
            @PathVariable String message,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        calls.call(request, response, caller -> {
            Optional<WebhookId> known = own(caller, id);
            Optional<UUID> one = DocumentsResource.id(message, found -> found);
            if (known.isEmpty()
                    || one.flatMap(found -> webhooks.message(known.get(), found))
                            .isEmpty()) {
                return RestAnswer.notFound("message", message);
            }
            return managing.redeliver(caller, known.get(), one.get())
                    ? new RestAnswer.Nothing()
                    : RestAnswer.refused(
                            ErrorCode.STATE_CONFLICT,
                            "message",
                            "message: " + message + " đang được gửi (expected: một tin không đang gửi)");
        });
    }

    private Optional<WebhookId> own(Caller caller, String id) {
        return RestPaths.webhookId(id)
                .flatMap(known -> managing.find(caller, known))
                .map(Webhook::id);
    }
}
