package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * A timestamp over a whole revision of a file (EN 319 142-1 §5.4.3): proof that everything in it existed then.
 *
 * @param field the name of the timestamp's field
 * @param time what the token says
 * @param authority whose it is; empty when the certificate did not come along
 * @param coverage how much of the file it speaks for
 * @param reason why it proves nothing; empty when it is proven
 */
public record DocumentTimestamp(
        String field, Instant time, Optional<String> authority, Coverage coverage, Optional<SubIndication> reason) {

    /** Over these bytes, by an authority of our trust stores, in force, not revoked. */
    public boolean proven() {
        return reason.isEmpty();
    }
}
