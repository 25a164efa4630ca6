package vn.lienthong.gateway.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Systems;

/**
 * Tells webhooks of the news: makes messages of them, and sends what is due. At least once: an attempt that was broken off is made
 * again when its lease ends. A slow receiver holds its own places only.
 */
public final class SendWebhooks {

    private static final int NEWS_AT_ONCE = 500;
    private static final int FORGET_AT_ONCE = 1_000;

    private final Webhooks webhooks;
    private final Systems systems;
    private final WebhookSender sender;
    private final WebhookSettings settings;
    private final Running running;
    private final AfterAttempt after;
    private final MayHear hearing;

    public SendWebhooks(
            Webhooks webhooks,
            Systems systems,
            MayHear hearing,
            WebhookSender sender,
            WebhookSettings settings,
            Running running) {
        this.hearing = hearing;
        this.webhooks = webhooks;
        this.systems = systems;
        this.sender = sender;
        this.settings = settings;
        this.running = running;
        this.after = new AfterAttempt(settings);
    }

    /**
     * What attempts are made with.
     *
     * @param free places on this node
     */
    public record Running(Executor executor, Semaphore free, Supplier<UUID> ids, Clock clock) {}

    /** Makes messages of all news there are. */
    public void relay() {
        while (webhooks.fanOut(NEWS_AT_ONCE, settings.mostWaiting(), running.ids(), this::listening) == NEWS_AT_ONCE) {
            // The next ones.
        }
    }

    private Webhooks.Listening listening() {
        Instant now = running.clock().instant();
        Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
        List<Webhook> all = webhooks.all();
        all.forEach(webhook -> callers.computeIfAbsent(webhook.systemId(), this::caller));
        return news -> all.stream()
                .filter(webhook -> webhook.wants(news))
                .filter(webhook -> callers.get(webhook.systemId())
                        .filter(caller -> hearing.decide(
                                caller, news.happening().type().side(), news.agency(), news.carrier(), now))
                        .isPresent())
                .map(Webhook::id)
                .toList();
    }

    /** Empty for a system that is not let in. */
    private Optional<Caller> caller(String systemId) {
        return systems.credentials(systemId).map(Credentials::caller);
    }

    /** Begins attempts for what is due, as many as there are places; does not wait for them. */
    public void send() {
        int places = running.free().drainPermits();
        List<Message> due = new ArrayList<>();
        try {
            if (places > 0) {
                due.addAll(webhooks.take(running.clock().instant(), settings.lease(), settings.atOnce(), places));
            }
        } finally {
            running.free().release(places - due.size());
        }
        due.forEach(message -> running.executor().execute(() -> {
            try {
                attempt(message);
            } finally {
                running.free().release();
            }
        }));
    }

    private void attempt(Message message) {
        Optional<Webhook> webhook = webhooks.find(message.webhook());
        Optional<WebhookSecret> secret = webhooks.secret(message.webhook());
        if (webhook.isEmpty() || secret.isEmpty()) {
            return;
        }
        Instant now = running.clock().instant();
        boolean may = caller(webhook.get().systemId())
                .filter(caller ->
                        hearing.decide(caller, message.type().side(), message.agency(), message.carrier(), now))
                .isPresent();
        if (!may) {
            Message withheld = message.with(Message.State.WITHHELD, now);
            webhooks.end(
                    message,
                    current ->
                            new Webhooks.Ending(current, withheld, Optional.empty(), new Webhooks.Telling.Nothing()));
            return;
        }
        WebhookSender.Outcome outcome =
                sender.send(webhook.get().address(), headers(message, secret.get(), now), message.body());
        webhooks.end(
                message,
                current ->
                        after.decide(current, message, outcome, running.clock().instant()));
    }

    private static Map<String, String> headers(Message message, WebhookSecret secret, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", message.id().toString());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", secret.signatures(message.id(), now, message.body()));
        return headers;
    }

    /** A trial, due at once; empty when there is no such webhook, it is paused, or as many messages wait as may. */
    public Optional<Message> ping(WebhookId id) {
        Instant now = running.clock().instant();
        UUID message = running.ids().get();
        return webhooks.put(
                id,
                message,
                settings.mostWaiting(),
                (webhook, sequence) -> new Message(
                        message,
                        id,
                        sequence,
                        EventType.PING,
                        now,
                        Optional.empty(),
                        "",
                        MessageBody.ping(now, sequence),
                        Message.State.WAITING,
                        0,
                        0,
                        now));
    }

    /** Takes away messages that ended long ago. */
    public void forget() {
        Instant before = running.clock().instant().minus(settings.keep());
        while (webhooks.forget(before, FORGET_AT_ONCE) == FORGET_AT_ONCE) {
            // The next thousand.
        }
    }
}
