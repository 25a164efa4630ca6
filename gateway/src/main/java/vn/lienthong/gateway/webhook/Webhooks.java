package vn.lienthong.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.lienthong.gateway.dossier.Alerts;

/** Where webhooks and their messages are kept. Each call is a transaction of its own. Secrets lie encrypted. */
public interface Webhooks {

    /**
     * Adds a webhook.
     *
     * @param mostOfSystem webhooks of one system
     * @return false when it has as many already
     */
    boolean add(Webhook webhook, byte[] secret, int mostOfSystem);

    /** One that was not deleted. */
    Optional<Webhook> find(WebhookId id);

    /** In the order in which they were made. */
    List<Webhook> of(String systemId);

    /** All that were not deleted, paused ones too. */
    List<Webhook> all();

    /** Changes address, wishes and pause; empty when there is no such webhook. */
    Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change);

    /** Gives it another secret; the one before counts until then. */
    boolean rotate(WebhookId id, byte[] secret, Instant previousUntil);

    /** Ends it, with what still waits; that there was one stays on record. */
    boolean delete(WebhookId id, Instant now);

    Optional<WebhookSecret> secret(WebhookId id);

    /**
     * Makes messages of news that wait, oldest first.
     *
     * @param mostWaiting of one webhook; a message more is dropped and keeps its number
     * @param listening asked once the news are chosen: whom to tell
     * @return how many news there were
     */
    int fanOut(int limit, int mostWaiting, Supplier<UUID> ids, Supplier<Listening> listening);

    /** Whom to tell of it. */
    @FunctionalInterface
    interface Listening {
        List<WebhookId> to(Happening.Concerning news);
    }

    /** A message outside the news, due at once; empty where there is no such webhook, it is paused, or as many wait already. */
    Optional<Message> put(WebhookId id, UUID message, int mostWaiting, BiFunction<Webhook, Long, Message> making);

    /**
     * Takes messages that are due, of each webhook the oldest, for one attempt under a lease that nobody else is given before
     * it ends. Of a webhook that failed last no more than one is on its way.
     */
    List<Message> take(Instant now, Duration lease, int perWebhook, int limit);

    /** Writes what became of an attempt; nothing where it is no longer the last one. */
    void end(Message attempted, Function<Webhook, Ending> ending);

    /**
     * What an attempt ends with.
     *
     * @param attempt empty where nothing was sent
     */
    record Ending(Webhook webhook, Message message, Optional<Message.Attempt> attempt, Telling telling) {}

    /** What operators are told with it. */
    sealed interface Telling {

        record Nothing() implements Telling {}

        /**
         * Unless the same is open already.
         *
         * @param textStart how the texts of this webhook begin
         */
        record Raise(Alerts.Alert alert, String textStart) implements Telling {}

        /** What was said of the webhook is over. */
        record Over(List<String> kinds, String textStart, Alerts.Closing closing) implements Telling {}

        /** Says it in the transaction of the attempt's end. */
        default void to(Alerts alerts) {
            switch (this) {
                case Nothing nothing -> {}
                case Raise raise -> alerts.raiseOnce(raise.alert(), raise.textStart());
                case Over over -> over.kinds().forEach(kind -> alerts.closeAll(kind, over.textStart(), over.closing()));
            }
        }
    }

    /**
     * Newest first.
     *
     * @param before the number of the last one of the page before
     */
    List<Message> messages(WebhookId id, OptionalLong before, int limit);

    Optional<Message> message(WebhookId id, UUID message);

    /** The attempts of a message, newest first, the last few. */
    List<Message.Attempt> attempts(UUID message, int limit);

    /** Makes a message due again, its attempts counted anew; false where there is none, or it is under way. */
    boolean redeliver(WebhookId id, UUID message, Instant now);

    /** Takes away messages that ended long ago; how many. */
    int forget(Instant endedBefore, int most);
}
