package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a signature beside itself.
 *
 * @param validation when it was first known to exist here: the time of receipt
 * @param existedBy when it existed already, as a proven timestamp over it says (EN 319 102-1 §5.6.2.3, proof of existence);
 *     null when there is none
 * @param carried validation data that came along in the same file
 */
public record Proofs(Instant validation, @Nullable Instant existedBy, CarriedEvidence carried) {

    /** Nothing but the time of receipt. */
    public static Proofs at(Instant validation) {
        return new Proofs(validation, null, CarriedEvidence.NONE);
    }

    /** The same with what the signature itself holds. */
    public Proofs with(CarriedEvidence more) {
        return new Proofs(validation, existedBy, carried.and(more));
    }

    /** The same for whatever a proven timestamp is over. */
    public Proofs provenBy(Instant time) {
        return new Proofs(validation, existedBy == null || time.isBefore(existedBy) ? time : existedBy, carried);
    }

    /** The instant from which on existence is proved: a proof's, else that of receipt. */
    public Instant known() {
        return existedBy == null ? validation : existedBy;
    }
}
