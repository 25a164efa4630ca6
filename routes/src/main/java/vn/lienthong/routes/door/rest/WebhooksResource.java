package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.webhook.ManageWebhooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;

/** Where a system is told of news, so that it need not ask. A system has its own webhooks; those of others are not there for it. */
@RestController
@RequestMapping(RestPaths.WEBHOOKS)
final class WebhooksResource {

    private static final String ID = "id";

    private final RestCalls calls;
    private final ReadBody bodies;
    private final ManageWebhooks managing;
    private final ReadWebhook reading;
    private final WebhookJson json;

    WebhooksResource(RestCalls calls, ReadBody bodies, ManageWebhooks managing, ReadWebhook reading, WebhookJson json) {
        this.calls = calls;
        this.bodies = bodies;
        this.managing = managing;
        this.reading = reading;
        this.json = json;
    }

    @PostMapping
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(
                request,
                response,
                caller -> bodies.json(caller, request, WebhookForm.class, (form, digest) -> create(caller, form)));
    }

    private RestAnswer create(Caller caller, WebhookForm form) {
        ManageWebhooks.Wishes wishes;
        try {
            wishes = reading.read(form);
        } catch (ReadWebhook.Wrong wrong) {
            return RestAnswer.refused(wrong.finding());
        }
        if (wishes.address().isEmpty()) {
            return RestAnswer.refused(
                    ErrorCode.PARAMETER_MISSING, "address", "address: thiếu (expected: https://máy/đường-dẫn)");
        }
        return managing.add(
                        caller,
                        wishes.address().get(),
                        wishes.types().orElse(Set.of()),
                        wishes.agencies().orElse(Set.of()))
                .map(made -> RestAnswer.json(
                        201, Optional.of(RestPaths.webhook(made.webhook().id())), withSecret(made)))
                .orElseGet(() -> RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT,
                        "webhooks",
                        "webhooks: hệ thống đã có đủ số được phép (expected: bỏ bớt một webhook trước)"));
    }

    private Map<String, Object> withSecret(ManageWebhooks.Made made) {
        Map<String, Object> item = json.webhook(made.webhook());
        item.put("secret", made.secret());
        return item;
    }

    @GetMapping
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("items", DossierJson.all(managing.of(caller), json::webhook));
            return RestAnswer.ok(body);
        });
    }

    @GetMapping("/{id}")
    void get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> answer(id, known -> managing.find(caller, known)));
    }

    @PatchMapping("/{id}")
    void change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(
                request,
                response,
                caller -> bodies.json(caller, request, WebhookForm.class, (form, digest) -> {
                    ManageWebhooks.Wishes wishes;
                    try {
                        wishes = reading.read(form);
                    } catch (ReadWebhook.Wrong wrong) {
                        return RestAnswer.refused(wrong.finding());
                    }
                    return answer(id, known -> managing.change(caller, known, wishes));
                }));
    }

    @PostMapping("/{id}/pause")
    void pause(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> answer(id, known -> managing.pause(caller, known)));
    }

    @PostMapping("/{id}/resume")
    void resume(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> answer(id, known -> managing.resume(caller, known)));
    }

    @DeleteMapping("/{id}")
    void delete(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(
                request,
                response,
                caller -> RestPaths.webhookId(id)
                                .filter(known -> managing.delete(caller, known))
                                .isPresent()
                        ? new RestAnswer.Nothing()
                        : RestAnswer.notFound(ID, id));
    }

    @PostMapping("/{id}/secret")
    void rotate(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> RestPaths.webhookId(id)
                .flatMap(known -> managing.rotate(caller, known))
                .map(made -> {
                    Map<String, Object> body = withSecret(made);
                    body.put("previousCountsForSeconds", managing.overlap().toSeconds());
                    return RestAnswer.ok(body);
                })
                .orElseGet(() -> RestAnswer.notFound(ID, id)));
    }

    private interface Looking {
        Optional<Webhook> at(WebhookId id);
    }

    private RestAnswer answer(String id, Looking looking) {
        return RestPaths.webhookId(id)
                .flatMap(looking::at)
                .map(webhook -> RestAnswer.ok(json.webhook(webhook)))
                .orElseGet(() -> RestAnswer.notFound(ID, id));
    }
}
