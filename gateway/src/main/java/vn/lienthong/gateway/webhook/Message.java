package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * One piece of news for one webhook.
 *
 * @param id the same in each attempt: by it a receiver tells a repeat
 * @param sequence 1, 2, 3 … of the webhook; they may come in another order
 * @param agency whom it concerns, see {@link Happening.Concerning}
 * @param body as it is sent and signed
 * @param attempts that were begun
 * @param earlier how many of them do not count any more, because the receiver's system asked for another beginning
 * @param dueAt the next one
 */
public record Message(
        UUID id,
        WebhookId webhook,
        long sequence,
        EventType type,
        Instant at,
        Optional<AgencyId> agency,
        String carrier,
        String body,
        State state,
        int attempts,
        int earlier,
        Instant dueAt) {

    /** Where it stands. */
    public enum State {
        /** To be sent when due. */
        WAITING,
        /** An attempt is under way under a lease. */
        SENDING,
        /** The receiver took it. */
        DELIVERED,
        /** All attempts failed. */
        GIVEN_UP,
        /** When it was due, the system had no mandate any more to hear of it. */
        WITHHELD
    }

    /** News for a webhook, due at once. */
    public static Message of(UUID id, WebhookId webhook, long sequence, Happening.Concerning news) {
        Happening happening = news.happening();
        return new Message(
                id,
                webhook,
                sequence,
                happening.type(),
                happening.at(),
                news.agency(),
                news.carrier(),
                MessageBody.of(happening, sequence),
                State.WAITING,
                0,
                0,
                happening.at());
    }

    Message with(State next, Instant due) {
        return new Message(id, webhook, sequence, type, at, agency, carrier, body, next, attempts, earlier, due);
    }

    /** Attempts since it was made, or was wanted anew. */
    int tries() {
        return attempts - earlier;
    }

    /**
     * One attempt.
     *
     * @param status what the receiver answered; empty where it did not
     * @param detail for operators, see {@link #shown}
     */
    public record Attempt(int number, Instant endedAt, Optional<Integer> status, String detail) {

        private static final String NOT_REACHED = "không gọi được";

        /** As the webhook's system is told: of what lies behind an address that did not answer it learns nothing from us. */
        public String shown() {
            return status.isPresent() ? detail : NOT_REACHED;
        }
    }
}
