package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The journal of access; what stands in it is never changed. */
public interface AccessEvents {

    void add(AccessEvent event);

    /** Does the work and what it adds here in one transaction: after a power cut, or an error, there is all of it or nothing. */
    <T> T together(Supplier<T> work);

    /** The newest first. */
    default List<AccessEvent> latest(int limit) {
        return find(Query.EVERYTHING, Long.MAX_VALUE, limit).stream()
                .map(Kept::event)
                .toList();
    }

    /** An event and its number, which is higher the later it was written. */
    record Kept(long id, AccessEvent event) {}

    /**
     * Which events are meant; what is empty narrows nothing.
     *
     * @param actor in the name of who did it, upper or lower case
     * @param subject in what it is about, likewise
     * @param from first instant
     * @param to first instant after
     */
    record Query(String actor, Optional<AccessAct> act, String subject, Optional<Instant> from, Optional<Instant> to) {

        public static final Query EVERYTHING = new Query("", Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /**
     * The newest first.
     *
     * @param before only those of lower numbers, such as the last one of the page before
     */
    List<Kept> find(Query query, long before, int limit);
}
