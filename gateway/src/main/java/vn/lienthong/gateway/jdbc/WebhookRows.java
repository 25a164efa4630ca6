package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;

/** How webhooks, their news and messages lie in rows. */
final class WebhookRows {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private WebhookRows() {}

    /** News that wait, under their number. */
    record Waiting(long id, Happening.Concerning news) {}

    static List<Waiting> takeNews(Handle handle, int limit) {
        return handle.createQuery(
                        """
                        select n.*, d.sender_agency, d.system_id from webhook_news n join dossier d on d.id = n.dossier_id
                        order by n.id limit :limit for update of n skip locked
                        """)
                .bind("limit", limit)
                .map((row, context) -> new Waiting(row.getLong("id"), news(row)))
                .list();
    }

    private static Happening.Concerning news(ResultSet row) throws SQLException {
        EventType type = EventType.valueOf(row.getString("type"));
        Optional<AgencyId> recipient = Columns.optionalUuid(row, "recipient").map(AgencyId::new);
        Optional<String> carrier = Optional.ofNullable(row.getString("carrier"));
        Happening happening = new Happening(
                type,
                Columns.instant(row, "at"),
                new DossierId(Columns.uuid(row, "dossier_id")),
                recipient,
                carrier,
                MAPPER.readValue(row.getString("facts"), FACTS));
        return type.side() == EventType.Side.SENDER
                ? new Happening.Concerning(
                        happening,
                        Optional.of(new AgencyId(Columns.uuid(row, "sender_agency"))),
                        row.getString("system_id"))
                : new Happening.Concerning(happening, recipient, carrier.orElse(""));
    }

    /** Messages of the webhook that wait or are under way, counted no further than to the bound. */
    static int open(Handle handle, WebhookId id, int most) {
        return handle.createQuery(
                        """
                        select count(*) from (select 1 from webhook_message
                          where webhook_id = :id and state in ('WAITING', 'SENDING') limit :most) as open
                        """)
                .bind("id", id.value())
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, Message message) {
        handle.createUpdate(
                        """
                        insert into webhook_message (id, webhook_id, sequence, type, at, agency, carrier, body, state, due_at)
                        values (:id, :webhook, :sequence, :type, :at, cast(:agency as uuid), :carrier, :body, :state, :due)
                        """)
                .bind("id", message.id())
                .bind("webhook", message.webhook().value())
                .bind("sequence", message.sequence())
                .bind("type", message.type())
                .bind("at", message.at())
                .bind("agency", message.agency().map(AgencyId::value).orElse(null))
                .bind("carrier", message.carrier())
                .bind("body", message.body())
                .bind("state", message.state())
                .bind("due", message.dueAt())
                .execute();
    }

    static List<Message> lease(Handle handle, UUID webhook, Instant now, Instant until, int most) {
        return handle
                .createQuery(
                        """
                        update webhook_message set state = 'SENDING', attempts = attempts + 1, lease_until = :until
                        where id in (
                          select id from webhook_message where webhook_id = :webhook and due_at <= :now
                            and (state = 'WAITING' or (state = 'SENDING' and lease_until <= :now))
                          order by sequence limit :most for update skip locked)
                        returning *
                        """)
                .bind("webhook", webhook)
                .bind("now", now)
                .bind("until", until)
                .bind("most", most)
                .map((row, context) -> message(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Message::sequence))
                .toList();
    }

    static boolean isLastAttempt(Handle handle, Message attempted) {
        return handle.createQuery(
                        "select 1 from webhook_message where id = :id and attempts = :attempts and state = 'SENDING' for update")
                .bind("id", attempted.id())
                .bind("attempts", attempted.attempts())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static void write(Handle handle, Message message) {
        handle.createUpdate(
                        "update webhook_message set state = :state, due_at = :due, lease_until = null where id = :id")
                .bind("id", message.id())
                .bind("state", message.state())
                .bind("due", message.dueAt())
                .execute();
    }

    static void write(Handle handle, UUID message, Message.Attempt attempt) {
        handle.createUpdate(
                        """
                        insert into webhook_attempt (message_id, number, ended_at, status, detail)
                        values (:message, :number, :ended, :status, :detail)
                        """)
                .bind("message", message)
                .bind("number", attempt.number())
                .bind("ended", attempt.endedAt())
                .bind("status", attempt.status().orElse(null))
                .bind("detail", attempt.detail())
                .execute();
    }

    static List<Message.Attempt> attempts(Handle handle, UUID message, int limit) {
        return handle.createQuery(
                        "select * from webhook_attempt where message_id = :id order by number desc limit :limit")
                .bind("id", message)
                .bind("limit", limit)
                .map((row, context) -> new Message.Attempt(
                        row.getInt("number"),
                        Columns.instant(row, "ended_at"),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        row.getString("detail")))
                .list();
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                Columns.uuid(row, "id"),
                new WebhookId(Columns.uuid(row, "webhook_id")),
                row.getLong("sequence"),
                EventType.valueOf(row.getString("type")),
                Columns.instant(row, "at"),
                Columns.optionalUuid(row, "agency").map(AgencyId::new),
                row.getString("carrier"),
                row.getString("body"),
                Message.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("earlier_attempts"),
                Columns.instant(row, "due_at"));
    }

    static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                new WebhookId(Columns.uuid(row, "id")),
                row.getString("system_id"),
                URI.create(row.getString("address")),
                types(row),
                agencies(row),
                Optional.ofNullable(row.getString("paused_because")),
                new Webhook.Standing(
                        Columns.instant(row, "created_at"),
                        row.getInt("failures"),
                        Columns.optionalInstant(row, "failing_since"),
                        Columns.instant(row, "next_at"),
                        row.getLong("sequence"),
                        row.getLong("dropped")));
    }

    private static Set<EventType> types(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("types").getArray())
                .map(EventType::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<AgencyId> agencies(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("agencies").getArray())
                .map(AgencyId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
