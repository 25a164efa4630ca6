package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.Optional;

/** Something that holds from an instant (included) to an instant (excluded), or until further notice. */
public sealed interface Dated permits Agency, CodeAssignment {

    Instant from();

    Optional<Instant> to();

    default boolean validAt(Instant at) {
        return !at.isBefore(from()) && !endedBy(at);
    }

    default boolean endedBy(Instant at) {
        return to().filter(end -> !at.isBefore(end)).isPresent();
    }

    default boolean overlaps(Dated other) {
        return !endedBy(other.from()) && !other.endedBy(from());
    }
}
