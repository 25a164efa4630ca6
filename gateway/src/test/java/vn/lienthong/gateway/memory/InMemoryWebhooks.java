package vn.lienthong.gateway.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.memory.Tables.MessageRow;
import vn.lienthong.gateway.memory.Tables.WebhookRow;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.WebhookSecret;
import vn.lienthong.gateway.webhook.Webhooks;

/** Webhooks in maps. */
final class InMemoryWebhooks implements Webhooks {

    private final InMemoryUnitOfWork work;

    InMemoryWebhooks(InMemoryUnitOfWork work) {
        this.work = work;
    }

    @Override
    public boolean add(Webhook webhook, byte[] secret, int mostOfSystem) {
        return work.onTables(tables -> {
            boolean room = of(tables, webhook.systemId()).size() < mostOfSystem;
            if (room) {
                WebhookSecret kept = new WebhookSecret(secret.clone(), Optional.empty(), Optional.empty());
                tables.webhooks.put(webhook.id(), new WebhookRow(webhook, kept));
            }
            return room;
        });
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return work.onTables(
                tables -> Optional.ofNullable(tables.webhooks.get(id)).map(WebhookRow::webhook));
    }

    @Override
    public List<Webhook> of(String systemId) {
        return work.onTables(tables -> of(tables, systemId));
    }

    private static List<Webhook> of(Tables tables, String systemId) {
        return tables.webhooks.values().stream()
                .map(WebhookRow::webhook)
                .filter(webhook -> webhook.systemId().equals(systemId))
                .toList();
    }

    @Override
    public List<Webhook> all() {
        return work.onTables(tables ->
                tables.webhooks.values().stream().map(WebhookRow::webhook).toList());
    }

    @Override
    public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
        return work.onTables(tables -> Optional.ofNullable(
                        tables.webhooks.computeIfPresent(id, (key, row) -> row.with(change.apply(row.webhook()))))
                .map(WebhookRow::webhook));
    }

    @Override
    public boolean rotate(WebhookId id, byte[] secret, Instant previousUntil) {
        return work.onTables(tables -> tables.webhooks.computeIfPresent(
                        id,
                        (key, row) -> new WebhookRow(
                                row.webhook(),
                                new WebhookSecret(
                                        secret.clone(),
                                        Optional.of(row.secret().current()),
                                        Optional.of(previousUntil)))))
                != null;
    }

    @Override
    public boolean delete(WebhookId id, Instant now) {
        return work.onTables(tables -> {
            tables.messages.values().removeIf(row -> row.message().webhook().equals(id));
            return tables.webhooks.remove(id) != null;
        });
    }

    @Override
    public Optional<WebhookSecret> secret(WebhookId id) {
        return work.onTables(
                tables -> Optional.ofNullable(tables.webhooks.get(id)).map(WebhookRow::secret));
    }

    @Override
    public int fanOut(int limit, int mostWaiting, Supplier<UUID> ids, Supplier<Listening> listening) {
        // The fake's transactions do not nest, and whoever listens reads in one of its own.
        List<Happening> chosen =
                work.onTables(tables -> tables.news.stream().limit(limit).toList());
        if (chosen.isEmpty()) {
            return 0;
        }
        Listening listeners = listening.get();
        return work.onTables(tables -> {
            for (Happening happening : chosen) {
                tables.news.remove(happening);
                Happening.Concerning news = concerning(tables, happening);
                listeners.to(news).forEach(id -> tell(tables, id, news, mostWaiting, ids.get()));
            }
            return chosen.size();
        });
    }

    private static Happening.Concerning concerning(Tables tables, Happening happening) {
        Dossier dossier = tables.dossiers.get(happening.dossier()).dossier();
        return happening.type().side() == EventType.Side.SENDER
                ? new Happening.Concerning(happening, Optional.of(dossier.sender()), dossier.systemId())
                : new Happening.Concerning(
                        happening, happening.recipient(), happening.carrier().orElse(""));
    }

    private static void tell(Tables tables, WebhookId id, Happening.Concerning news, int mostWaiting, UUID message) {
        WebhookRow row = tables.webhooks.get(id);
        if (row == null) {
            return;
        }
        boolean full = open(tables, id) >= mostWaiting;
        long number = row.webhook().standing().sequence() + 1;
        tables.webhooks.put(id, row.with(numbered(row.webhook(), number, full ? 1 : 0)));
        if (!full) {
            tables.messages.put(message, new MessageRow(Message.of(message, id, number, news), Optional.empty()));
        }
    }

    private static long open(Tables tables, WebhookId id) {
        return tables.messages.values().stream()
                .map(MessageRow::message)
                .filter(one -> one.webhook().equals(id) && isOpen(one))
                .count();
    }

    private static Webhook numbered(Webhook webhook, long number, int dropped) {
        Webhook.Standing old = webhook.standing();
        return new Webhook(
                webhook.id(),
                webhook.systemId(),
                webhook.address(),
                webhook.types(),
                webhook.agencies(),
                webhook.pausedBecause(),
                new Webhook.Standing(
                        old.createdAt(),
                        old.failures(),
                        old.failingSince(),
                        old.nextAt(),
                        number,
                        old.dropped() + dropped));
    }

    private static boolean isOpen(Message message) {
        return message.state() == Message.State.WAITING || message.state() == Message.State.SENDING;
    }

    @Override
    public Optional<Message> put(
            WebhookId id, UUID message, int mostWaiting, BiFunction<Webhook, Long, Message> making) {
        return work.onTables(tables -> Optional.ofNullable(tables.webhooks.get(id))
                .filter(row -> row.webhook().isActive() && open(tables, id) < mostWaiting)
                .map(row -> {
                    Webhook numbered =
                            numbered(row.webhook(), row.webhook().standing().sequence() + 1, 0);
                    tables.webhooks.put(id, row.with(numbered));
                    Message made = making.apply(numbered, numbered.standing().sequence());
                    tables.messages.put(message, new MessageRow(made, Optional.empty()));
                    return made;
                }));
    }

    @Override
    public List<Message> take(Instant now, Duration lease, int perWebhook, int limit) {
        return work.onTables(tables -> {
            List<Message> taken = new ArrayList<>();
            tables.webhooks.values().stream()
                    .map(WebhookRow::webhook)
                    .filter(webhook -> webhook.isActive()
                            && !now.isBefore(webhook.standing().nextAt()))
                    .sorted(Comparator.comparing(webhook -> webhook.standing().nextAt()))
                    .forEach(webhook -> taken.addAll(
                            take(tables, webhook, now, lease, Math.min(perWebhook, limit - taken.size()))));
            return taken;
        });
    }

    private static List<Message> take(Tables tables, Webhook webhook, Instant now, Duration lease, int most) {
        List<MessageRow> own = tables.messages.values().stream()
                .filter(row -> row.message().webhook().equals(webhook.id()))
                .toList();
        long underWay = own.stream().filter(row -> row.isLeased(now)).count();
        long free = (webhook.standing().failures() == 0 ? most : Math.min(1, most)) - underWay;
        List<Message> taken = own.stream()
                .filter(row -> isOpen(row.message()) && !row.isLeased(now))
                .map(MessageRow::message)
                .filter(message -> !now.isBefore(message.dueAt()))
                .sorted(Comparator.comparing(Message::sequence))
                .limit(Math.max(0, free))
                .map(InMemoryWebhooks::begun)
                .toList();
        taken.forEach(
                message -> tables.messages.put(message.id(), new MessageRow(message, Optional.of(now.plus(lease)))));
        return taken;
    }

    private static Message begun(Message message) {
        return with(message, Message.State.SENDING, message.attempts() + 1, message.earlier(), message.dueAt());
    }

    private static Message with(Message message, Message.State state, int attempts, int earlier, Instant due) {
        return new Message(
                message.id(),
                message.webhook(),
                message.sequence(),
                message.type(),
                message.at(),
                message.agency(),
                message.carrier(),
                message.body(),
                state,
                attempts,
                earlier,
                due);
    }

    @Override
    public void end(Message attempted, Function<Webhook, Ending> ending) {
        work.onTables(tables -> {
            WebhookRow webhook = tables.webhooks.get(attempted.webhook());
            MessageRow row = tables.messages.get(attempted.id());
            boolean mine = row != null
                    && row.message().attempts() == attempted.attempts()
                    && row.message().state() == Message.State.SENDING;
            if (webhook != null && mine) {
                Ending end = ending.apply(webhook.webhook());
                tables.webhooks.put(attempted.webhook(), webhook.with(end.webhook()));
                tables.messages.put(attempted.id(), new MessageRow(end.message(), Optional.empty()));
                end.attempt().ifPresent(attempt -> tables.webhookAttempts
                        .computeIfAbsent(attempted.id(), id -> new ArrayList<>())
                        .add(attempt));
                end.telling().to(new InMemoryAlerts(tables));
            }
            return true;
        });
    }

    @Override
    public List<Message> messages(WebhookId id, OptionalLong before, int limit) {
        return work.onTables(tables -> tables.messages.values().stream()
                .map(MessageRow::message)
                .filter(message -> message.webhook().equals(id))
                .filter(message -> message.sequence() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparing(Message::sequence).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Message> message(WebhookId id, UUID message) {
        return work.onTables(tables -> Optional.ofNullable(tables.messages.get(message))
                .map(MessageRow::message)
                .filter(found -> found.webhook().equals(id)));
    }

    @Override
    public List<Message.Attempt> attempts(UUID message, int limit) {
        return work.onTables(tables -> tables.webhookAttempts.getOrDefault(message, List.of()).reversed().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public boolean redeliver(WebhookId id, UUID message, Instant now) {
        return work.onTables(tables -> {
            MessageRow row = tables.messages.get(message);
            boolean may = row != null
                    && row.message().webhook().equals(id)
                    && row.message().state() != Message.State.SENDING;
            if (may) {
                int earlier = row.message().attempts();
                Message again = with(row.message(), Message.State.WAITING, earlier, earlier, now);
                tables.messages.put(message, new MessageRow(again, Optional.empty()));
            }
            return may;
        });
    }

    @Override
    public int forget(Instant endedBefore, int most) {
        return work.onTables(tables -> {
            List<UUID> old = tables.messages.values().stream()
                    .map(MessageRow::message)
                    .filter(message -> !isOpen(message) && message.dueAt().isBefore(endedBefore))
                    .sorted(Comparator.comparing(Message::dueAt))
                    .limit(most)
                    .map(Message::id)
                    .toList();
            old.forEach(tables.messages::remove);
            return old.size();
        });
    }
}
