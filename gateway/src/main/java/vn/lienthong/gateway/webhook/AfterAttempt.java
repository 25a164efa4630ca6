package vn.lienthong.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;

/**
 * What follows from an attempt. Any 2xx is taken; 410 means that the receiver wants no more (Standard Webhooks, "delivery"); the rest is tried
 * again, later and later. A receiver that takes nothing for long is paused, and a person hears of it.
 */
final class AfterAttempt {

    private static final int GONE = 410;
    private static final int MOST_DOUBLINGS = 30;
    static final String PAUSED = "WEBHOOK_PAUSED";
    static final String GIVEN_UP = "WEBHOOK_MESSAGE_GIVEN_UP";

    private final WebhookSettings settings;

    AfterAttempt(WebhookSettings settings) {
        this.settings = settings;
    }

    Webhooks.Ending decide(Webhook webhook, Message message, WebhookSender.Outcome outcome, Instant now) {
        Message.Attempt attempt = attempt(message, outcome, now);
        int status = attempt.status().orElse(0);
        if (status >= 200 && status < 300) {
            Webhook reached = webhook.with(webhook.standing().reached(now));
            return new Webhooks.Ending(
                    reached,
                    message.with(Message.State.DELIVERED, now),
                    Optional.of(attempt),
                    webhook.standing().failures() > 0 ? over(webhook, now) : new Webhooks.Telling.Nothing());
        }
        Instant due = now.plus(delay(message.tries()));
        Webhook.Standing failed =
                webhook.standing().failed(now, now.plus(delay(webhook.standing().failures() + 1)));
        Webhook after = webhook.with(failed);
        boolean tooLong =
                !failed.failingSince().orElse(now).plus(settings.pauseAfter()).isAfter(now);
        if (status == GONE || tooLong) {
            String because = status == GONE
                    ? "bên nhận trả lời 410: không nhận nữa"
                    : "không giao được từ " + failed.failingSince().orElse(now) + ": " + attempt.shown();
            Message waiting = message.with(Message.State.WAITING, due);
            return webhook.isActive()
                    ? ending(after.paused(because), waiting, attempt, paused(webhook, because, attempt, now))
                    : ending(after, waiting, attempt, new Webhooks.Telling.Nothing());
        }
        boolean usedUp = message.tries() >= settings.mostAttempts();
        return ending(
                after,
                message.with(usedUp ? Message.State.GIVEN_UP : Message.State.WAITING, due),
                attempt,
                usedUp ? givenUp(webhook, message, attempt, now) : new Webhooks.Telling.Nothing());
    }

    private static Webhooks.Ending ending(
            Webhook webhook, Message message, Message.Attempt attempt, Webhooks.Telling telling) {
        return new Webhooks.Ending(webhook, message, Optional.of(attempt), telling);
    }

    private static Message.Attempt attempt(Message message, WebhookSender.Outcome outcome, Instant now) {
        return switch (outcome) {
            case WebhookSender.Outcome.Answered answered ->
                new Message.Attempt(
                        message.attempts(), now, Optional.of(answered.status()), "HTTP " + answered.status());
            case WebhookSender.Outcome.Unreached unreached ->
                new Message.Attempt(message.attempts(), now, Optional.empty(), unreached.detail());
        };
    }

    /** After so many failures, at least 1. */
    private Duration delay(int failures) {
        long first = settings.firstDelay().toMillis();
        long longest = settings.longestDelay().toMillis();
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        return Duration.ofMillis(first > longest >> doublings ? longest : first << doublings);
    }

    private static Webhooks.Telling paused(Webhook webhook, String because, Message.Attempt attempt, Instant now) {
        String text = start(webhook) + "tạm dừng, " + because + " (" + attempt.detail()
                + "). Tin mới vẫn được giữ; hãy liên hệ quản trị hệ thống đó, họ mở lại bằng POST …/resume.";
        return raise(PAUSED, webhook, text, now);
    }

    /** One alert for a webhook, however many of its messages are given up. */
    private static Webhooks.Telling givenUp(Webhook webhook, Message message, Message.Attempt attempt, Instant now) {
        String text = start(webhook) + "tin số " + message.sequence() + " không giao được sau " + message.tries()
                + " lần (" + attempt.detail()
                + "), và có thể cả những tin sau nó. Bên nhận có thể yêu cầu gửi lại (POST …/redeliver).";
        return raise(GIVEN_UP, webhook, text, now);
    }

    private static Webhooks.Telling raise(String kind, Webhook webhook, String text, Instant now) {
        return new Webhooks.Telling.Raise(
                new Alerts.Alert(now, kind, Optional.empty(), Optional.empty(), text), start(webhook));
    }

    /** What was given up is still undelivered: that alert stays until somebody sends again, resumes or deletes. */
    private static Webhooks.Telling over(Webhook webhook, Instant now) {
        return new Webhooks.Telling.Over(
                List.of(PAUSED), start(webhook), new Alerts.Closing(now, "gateway", "đã giao được tin"));
    }

    static String start(Webhook webhook) {
        return "Webhook " + webhook.id() + " của hệ thống " + webhook.systemId() + ": ";
    }
}
