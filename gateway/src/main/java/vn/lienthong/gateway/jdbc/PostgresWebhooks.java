package vn.lienthong.gateway.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.WebhookSecret;
import vn.lienthong.gateway.webhook.Webhooks;

/** Webhooks in PostgreSQL; their secrets pass through the {@link SecretBox} on the way in and out. */
public final class PostgresWebhooks implements Webhooks {

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresWebhooks(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public boolean add(Webhook webhook, byte[] secret, int mostOfSystem) {
        return jdbi.inTransaction(handle -> {
            // Those of one system one after the other, so that none is counted too late.
            handle.createQuery("select system_id from receiving_system where system_id = :id for update")
                    .bind("id", webhook.systemId())
                    .mapTo(String.class)
                    .one();
            int known = handle.createQuery("select count(*) from webhook where system_id = :id and deleted_at is null")
                    .bind("id", webhook.systemId())
                    .mapTo(Integer.class)
                    .one();
            if (known >= mostOfSystem) {
                return false;
            }
            handle.createUpdate(
                            """
                            insert into webhook (id, system_id, address, types, agencies, secret, created_at, next_at)
                            values (:id, :system, :address, :types, cast(:agencies as uuid[]), :secret, :created, :next)
                            """)
                    .bind("id", webhook.id().value())
                    .bind("system", webhook.systemId())
                    .bind("address", webhook.address().toString())
                    .bindArray("types", String.class, types(webhook))
                    .bind("agencies", Columns.agenciesLiteral(webhook.agencies()))
                    .bind("secret", box.seal(secret))
                    .bind("created", webhook.standing().createdAt())
                    .bind("next", webhook.standing().nextAt())
                    .execute();
            return true;
        });
    }

    private static Object[] types(Webhook webhook) {
        return webhook.types().stream().map(EventType::name).sorted().toArray();
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return jdbi.withHandle(handle -> find(handle, id, ""));
    }

    private static Optional<Webhook> find(Handle handle, WebhookId id, String lock) {
        return handle.createQuery("select * from webhook where id = :id and deleted_at is null " + lock)
                .bind("id", id.value())
                .map((row, context) -> WebhookRows.webhook(row))
                .findOne();
    }

    @Override
    public List<Webhook> of(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from webhook where system_id = :id and deleted_at is null order by place")
                .bind("id", systemId)
                .map((row, context) -> WebhookRows.webhook(row))
                .list());
    }

    @Override
    public List<Webhook> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from webhook where deleted_at is null order by place")
                        .map((row, context) -> WebhookRows.webhook(row))
                        .list());
    }

    @Override
    public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
        return jdbi.inTransaction(handle -> find(handle, id, "for update").map(before -> {
            Webhook after = change.apply(before);
            update(handle, after);
            return after;
        }));
    }

    private static void update(Handle handle, Webhook webhook) {
        handle.createUpdate(
                        """
                        update webhook set address = :address, types = :types, agencies = cast(:agencies as uuid[]),
                          paused_because = :paused, failures = :failures, failing_since = :since, next_at = :next
                        where id = :id
                        """)
                .bind("id", webhook.id().value())
                .bind("address", webhook.address().toString())
                .bindArray("types", String.class, types(webhook))
                .bind("agencies", Columns.agenciesLiteral(webhook.agencies()))
                .bind("paused", webhook.pausedBecause().orElse(null))
                .bind("failures", webhook.standing().failures())
                .bind("since", webhook.standing().failingSince().orElse(null))
                .bind("next", webhook.standing().nextAt())
                .execute();
    }

    @Override
    public boolean rotate(WebhookId id, byte[] secret, Instant previousUntil) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update webhook set previous_secret = secret, previous_until = :until, secret = :secret
                                where id = :id and deleted_at is null
                                """)
                        .bind("id", id.value())
                        .bind("until", previousUntil)
                        .bind("secret", box.seal(secret))
                        .execute())
                > 0;
    }

    @Override
    public boolean delete(WebhookId id, Instant now) {
        return jdbi.inTransaction(handle -> {
            int ended = handle.createUpdate(
                            "update webhook set deleted_at = :now where id = :id and deleted_at is null")
                    .bind("id", id.value())
                    .bind("now", now)
                    .execute();
            handle.createUpdate("delete from webhook_message where webhook_id = :id")
                    .bind("id", id.value())
                    .execute();
            return ended > 0;
        });
    }

    @Override
    public Optional<WebhookSecret> secret(WebhookId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select secret, previous_secret, previous_until from webhook where id = :id and deleted_at is null")
                .bind("id", id.value())
                .map((row, context) -> new WebhookSecret(
                        box.open(row.getBytes("secret")),
                        Optional.ofNullable(row.getBytes("previous_secret")).map(box::open),
                        Columns.optionalInstant(row, "previous_until")))
                .findOne());
    }

    @Override
    public int fanOut(int limit, int mostWaiting, Supplier<UUID> ids, Supplier<Listening> listening) {
        return jdbi.inTransaction(handle -> {
            // One node at a time: two would number the same webhooks in different orders, and wait for each other.
            boolean first = handle.createQuery("select pg_try_advisory_xact_lock(hashtext('webhook_news'))")
                    .mapTo(Boolean.class)
                    .one();
            List<WebhookRows.Waiting> news = first ? WebhookRows.takeNews(handle, limit) : List.of();
            if (!news.isEmpty()) {
                Listening listeners = listening.get();
                // Counted once for each webhook: only the one that holds the lock adds news.
                Map<WebhookId, Integer> open = new HashMap<>();
                news.forEach(one -> listeners.to(one.news()).forEach(id -> {
                    int waiting = open.computeIfAbsent(id, webhook -> WebhookRows.open(handle, webhook, mostWaiting));
                    if (tell(handle, id, one.news(), waiting < mostWaiting, ids.get())) {
                        open.merge(id, 1, Integer::sum);
                    }
                }));
                handle.createUpdate("delete from webhook_news where id = any(:ids)")
                        .bindArray(
                                "ids",
                                Long.class,
                                news.stream().map(WebhookRows.Waiting::id).toArray())
                        .execute();
            }
            return news.size();
        });
    }

    /** Whether a message was made; its number is gone where there was no room, which tells of it. */
    private static boolean tell(Handle handle, WebhookId id, Happening.Concerning news, boolean room, UUID message) {
        OptionalLong number = number(handle, id);
        if (number.isPresent() && room) {
            WebhookRows.insert(handle, Message.of(message, id, number.getAsLong(), news));
        } else if (number.isPresent()) {
            handle.createUpdate("update webhook set dropped = dropped + 1 where id = :id")
                    .bind("id", id.value())
                    .execute();
        }
        return number.isPresent() && room;
    }

    /** The next number of the webhook, whose row is locked from now on. */
    private static OptionalLong number(Handle handle, WebhookId id) {
        return handle.createQuery(
                        "update webhook set sequence = sequence + 1 where id = :id and deleted_at is null returning sequence")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<Message> put(
            WebhookId id, UUID message, int mostWaiting, BiFunction<Webhook, Long, Message> making) {
        return jdbi.inTransaction(handle -> find(handle, id, "for update")
                .filter(webhook -> webhook.isActive() && WebhookRows.open(handle, id, mostWaiting) < mostWaiting)
                .map(webhook -> {
                    Message made = making.apply(webhook, number(handle, id).getAsLong());
                    WebhookRows.insert(handle, made);
                    return made;
                }));
    }

    @Override
    public List<Message> take(Instant now, Duration lease, int perWebhook, int limit) {
        List<Message> taken = new ArrayList<>();
        for (UUID webhook : due(now, limit)) {
            if (taken.size() < limit) {
                taken.addAll(take(webhook, now, lease, Math.min(perWebhook, limit - taken.size())));
            }
        }
        return taken;
    }

    /** Webhooks that have something due, whose turn it has been for longest first. */
    private List<UUID> due(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select w.id from webhook w where w.deleted_at is null and w.paused_because is null and w.next_at <= :now
                          and exists (select 1 from webhook_message m where m.webhook_id = w.id and m.due_at <= :now
                            and (m.state = 'WAITING' or (m.state = 'SENDING' and m.lease_until <= :now)))
                        order by w.next_at, w.place limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    private List<Message> take(UUID webhook, Instant now, Duration lease, int most) {
        return jdbi.inTransaction(handle -> {
            Optional<Integer> failures = handle.createQuery(
                            """
                            select failures from webhook where id = :id and deleted_at is null and paused_because is null
                              and next_at <= :now for update skip locked
                            """)
                    .bind("id", webhook)
                    .bind("now", now)
                    .mapTo(Integer.class)
                    .findOne();
            int underWay = handle.createQuery(
                            """
                            select count(*) from webhook_message
                            where webhook_id = :id and state = 'SENDING' and lease_until > :now
                            """)
                    .bind("id", webhook)
                    .bind("now", now)
                    .mapTo(Integer.class)
                    .one();
            int free =
                    failures.map(number -> (number == 0 ? most : 1) - underWay).orElse(0);
            return free <= 0 ? List.<Message>of() : WebhookRows.lease(handle, webhook, now, now.plus(lease), free);
        });
    }

    @Override
    public void end(Message attempted, Function<Webhook, Ending> ending) {
        jdbi.useTransaction(handle -> {
            Optional<Webhook> webhook = find(handle, attempted.webhook(), "for update");
            boolean mine = WebhookRows.isLastAttempt(handle, attempted);
            if (webhook.isPresent() && mine) {
                Ending end = ending.apply(webhook.get());
                update(handle, end.webhook());
                WebhookRows.write(handle, end.message());
                end.attempt().ifPresent(attempt -> WebhookRows.write(handle, attempted.id(), attempt));
                end.telling().to(new PostgresAlerts(handle));
            }
        });
    }

    @Override
    public List<Message> messages(WebhookId id, OptionalLong before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from webhook_message where webhook_id = :id and sequence < :before order by sequence desc limit :limit")
                .bind("id", id.value())
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, context) -> WebhookRows.message(row))
                .list());
    }

    @Override
    public Optional<Message> message(WebhookId id, UUID message) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from webhook_message where webhook_id = :id and id = :message")
                        .bind("id", id.value())
                        .bind("message", message)
                        .map((row, context) -> WebhookRows.message(row))
                        .findOne());
    }

    @Override
    public List<Message.Attempt> attempts(UUID message, int limit) {
        return jdbi.withHandle(handle -> WebhookRows.attempts(handle, message, limit));
    }

    @Override
    public boolean redeliver(WebhookId id, UUID message, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update webhook_message set state = 'WAITING', due_at = :now, earlier_attempts = attempts
                                where id = :message and webhook_id = :id and state <> 'SENDING'
                                """)
                        .bind("id", id.value())
                        .bind("message", message)
                        .bind("now", now)
                        .execute())
                > 0;
    }

    @Override
    public int forget(Instant endedBefore, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from webhook_message where id in (
                          select id from webhook_message where state not in ('WAITING', 'SENDING') and due_at < :before
                          order by due_at limit :most for update skip locked)
                        """)
                .bind("before", endedBefore)
                .bind("most", most)
                .execute());
    }
}
