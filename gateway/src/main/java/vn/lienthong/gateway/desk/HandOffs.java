package vn.lienthong.gateway.desk;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Where hand-offs are kept, found by the digests of their secrets. Each step is taken by one caller only, however many come at the
 * same time. Whoever opens one synchronises its bytes in the vault first.
 */
public interface HandOffs {

    /**
     * Keeps a new one. Those that the person had open are cancelled: one token signs one file at a time. Those that ran out a day
     * ago are forgotten.
     */
    void open(HandOff handOff, Sha256 fetchSecret, Sha256 returnSecret);

    Optional<HandOff> find(HandOffId id);

    /** The one whose file this secret fetches, which it does once: open and in time before, fetched from now on. */
    Optional<HandOff> fetch(Sha256 secret, Instant now);

    /**
     * The one that this secret returns to, which it does once: fetched and in time before, receiving from now on, and given up
     * after {@link HandOff#LONGEST_RECEIVING}.
     */
    Optional<HandOff> take(Sha256 secret, Instant now);

    /**
     * Ends one that is receiving, in time still.
     *
     * @param outcome how it ends; with its refusal and what was found
     * @return false when it ended otherwise, or ran out; it is left as it is
     */
    boolean end(HandOff outcome, Instant now);

    /**
     * The person gives it up; what is coming back is not taken then.
     *
     * @return false when it is over
     */
    boolean cancel(HandOffId id, Instant now);
}
