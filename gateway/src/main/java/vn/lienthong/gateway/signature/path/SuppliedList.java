package vn.lienthong.gateway.signature.path;

import java.time.Duration;
import java.time.Instant;

/** A revocation list at hand that was fetched, and can be fetched anew. */
public record SuppliedList(WantedList source, Instant thisUpdate, Instant nextUpdate) {
    private static final int TENTHS_OF_LIFE = 8;

    /** When a newer one is worth asking for: before this one ends, so that an outage finds us supplied. */
    Instant worthRenewing() {
        return thisUpdate.plus(Duration.between(thisUpdate, nextUpdate)
                .multipliedBy(TENTHS_OF_LIFE)
                .dividedBy(10));
    }
}
