package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Which documents of an in-tray; empty members mean any.
 *
 * @param agencies whose in-trays; of none nothing is found
 * @param arrivedBefore those that came before it
 * @param openedOnly those that somebody of the agency has taken
 * @param text part of number and symbol, subject, sender's name or document id
 */
public record TraySearch(
        Set<AgencyId> agencies,
        Optional<TrayStage> stage,
        Optional<Instant> arrivedBefore,
        boolean openedOnly,
        String text,
        int limit,
        int offset) {

    public TraySearch {
        agencies = Set.copyOf(agencies);
    }
}
