package vn.lienthong.routes.door.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;

/** Webhooks and their messages as answers. */
final class WebhookJson {

    private final Agencies agencies;
    private final Clock clock;

    WebhookJson(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    Map<String, Object> webhook(Webhook webhook) {
        Instant now = clock.instant();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", webhook.id().toString());
        item.put("url", RestPaths.webhook(webhook.id()));
        item.put("address", webhook.address().toString());
        item.put("types", webhook.types().stream().map(EventType::wire).sorted().toList());
        item.put(
                "agencies",
                webhook.agencies().stream()
                        .map(agency -> agencies.current()
                                .codeOf(agency, now)
                                .map(AgencyCode::text)
                                .orElseGet(() -> agency.value().toString()))
                        .sorted()
                        .toList());
        item.put("state", webhook.isActive() ? "active" : "paused");
        item.put("pausedBecause", webhook.pausedBecause().orElse(""));
        item.put("createdAt", webhook.standing().createdAt().toString());
        item.put("sequence", webhook.standing().sequence());
        item.put("dropped", webhook.standing().dropped());
        item.put("failures", webhook.standing().failures());
        item.put("failingSince", DossierJson.text(webhook.standing().failingSince()));
        return item;
    }

    static Map<String, Object> message(Message message) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", message.id().toString());
        item.put("sequence", message.sequence());
        item.put("type", message.type().wire());
        item.put("at", message.at().toString());
        item.put("state", message.state().name());
        item.put("attempts", message.attempts());
        boolean open = message.state() == Message.State.WAITING || message.state() == Message.State.SENDING;
        item.put(open ? "nextAt" : "endedAt", message.dueAt().toString());
        return item;
    }

    static Map<String, Object> message(Message message, List<Message.Attempt> attempts) {
        Map<String, Object> item = message(message);
        // What its system may not be told by a call it may not read here either.
        if (message.state() != Message.State.WITHHELD) {
            item.put("body", message.body());
        }
        item.put("lastAttempts", attempts.stream().map(WebhookJson::attempt).toList());
        return item;
    }

    private static Map<String, Object> attempt(Message.Attempt attempt) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("number", attempt.number());
        item.put("endedAt", attempt.endedAt().toString());
        item.put("status", attempt.status().orElse(0));
        item.put("detail", attempt.shown());
        return item;
    }
}
