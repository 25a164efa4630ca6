package vn.lienthong.gateway.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Where a system is told of news.
 *
 * @param types which; empty for all
 * @param agencies of which agencies; empty for all that the system may hear of
 * @param pausedBecause why nothing is sent for now; empty while it is
 */
public record Webhook(
        WebhookId id,
        String systemId,
        URI address,
        Set<EventType> types,
        Set<AgencyId> agencies,
        Optional<String> pausedBecause,
        Standing standing) {

    public Webhook {
        types = Set.copyOf(types);
        agencies = Set.copyOf(agencies);
    }

    /**
     * How it goes.
     *
     * @param failures in a row, of whatever message
     * @param failingSince the first of them
     * @param nextAt nothing is sent before
     * @param sequence the number of the newest message
     * @param dropped messages that found too many others waiting: their numbers are missing
     */
    public record Standing(
            Instant createdAt,
            int failures,
            Optional<Instant> failingSince,
            Instant nextAt,
            long sequence,
            long dropped) {

        static Standing fresh(Instant now) {
            return new Standing(now, 0, Optional.empty(), now, 0, 0);
        }

        Standing reached(Instant now) {
            return new Standing(createdAt, 0, Optional.empty(), now, sequence, dropped);
        }

        Standing failed(Instant now, Instant next) {
            return new Standing(
                    createdAt, failures + 1, failingSince.or(() -> Optional.of(now)), next, sequence, dropped);
        }
    }

    /** One that nothing was sent to yet. */
    public static Webhook fresh(
            WebhookId id, String systemId, URI address, Set<EventType> types, Set<AgencyId> agencies, Instant now) {
        return new Webhook(id, systemId, address, types, agencies, Optional.empty(), Standing.fresh(now));
    }

    public boolean isActive() {
        return pausedBecause.isEmpty();
    }

    /** The same for another address and other news. */
    public Webhook pointing(URI to, Set<EventType> only, Set<AgencyId> of) {
        return new Webhook(id, systemId, to, only, of, pausedBecause, standing);
    }

    public Webhook paused(String because) {
        return new Webhook(id, systemId, address, types, agencies, Optional.of(because), standing);
    }

    /** Sends from now on, as if nothing had failed. */
    public Webhook resumed(Instant now) {
        return new Webhook(id, systemId, address, types, agencies, Optional.empty(), standing.reached(now));
    }

    Webhook with(Standing now) {
        return new Webhook(id, systemId, address, types, agencies, pausedBecause, now);
    }

    /** Whether it was asked to tell of this; whether it may is another question, see {@link MayHear}. */
    boolean wants(Happening.Concerning news) {
        return (types.isEmpty() || types.contains(news.happening().type()))
                && (agencies.isEmpty()
                        || news.agency().filter(agencies::contains).isPresent());
    }
}
