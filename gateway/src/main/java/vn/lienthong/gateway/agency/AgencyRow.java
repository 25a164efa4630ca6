package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a table of agencies: a body that carried a code from one date to another.
 *
 * @param line in the file
 * @param id where the table knows ours; else it is found by code and date, or derived from them
 * @param oldCode the pair of the code in the older form, as the table states it; never computed
 * @param successors codes, as they are assigned on the day the body ended
 * @param fate what the successors are to it
 * @param basis the act behind the line
 */
record AgencyRow(
        int line,
        Optional<AgencyId> id,
        AgencyCode code,
        Optional<AgencyCode> oldCode,
        String name,
        Optional<AgencyCode> superior,
        AgencyKind kind,
        Instant from,
        Optional<Instant> to,
        List<AgencyCode> successors,
        Fate fate,
        String basis) {

    /** What became of the body at the end of the line's dates. */
    enum Fate {
        /** One successor took over all of it. */
        WHOLE,
        /** The successors took over parts. */
        PART,
        /** The same body goes on in the successor's line, under another name, code or superior. */
        RENAMED;

        SuccessionKind kind() {
            return switch (this) {
                case WHOLE, RENAMED -> SuccessionKind.WHOLE;
                case PART -> SuccessionKind.PART;
            };
        }
    }
}
