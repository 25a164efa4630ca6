package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk from an agency that ended along the successions in effect to the agencies valid now. Visits each agency once
 * and goes at most {@link #LONGEST_CHAIN} deep, so it ends on any data.
 */
final class SuccessionWalk {

    /** Far above any history of reforms; a longer chain is an error in the data and is left to a person. */
    static final int LONGEST_CHAIN = 32;

    private final AgencyDirectory directory;
    private final Instant now;
    private final Set<AgencyId> visited = new HashSet<>();
    private final Set<AgencyId> onTheWay = new HashSet<>();
    private final Set<AgencyId> reached = new LinkedHashSet<>();
    private final List<Succession> travelled = new ArrayList<>();
    private boolean everyBranchDecided = true;

    private SuccessionWalk(AgencyDirectory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    static SuccessionWalk from(AgencyId ended, AgencyDirectory directory, Instant now) {
        SuccessionWalk walk = new SuccessionWalk(directory, now);
        walk.visit(ended, 0);
        return walk;
    }

    /** The valid agencies reached, in the order they were reached, which the data fixes. */
    List<AgencyId> reached() {
        return List.copyOf(reached);
    }

    /** The one agency that everything went to, where the data leave no doubt. */
    Optional<AgencyId> soleSuccessor() {
        return reached.size() == 1 && everyBranchDecided ? reached.stream().findFirst() : Optional.empty();
    }

    List<Succession> travelled() {
        return List.copyOf(travelled);
    }

    private void visit(AgencyId agency, int depth) {
        if (directory.validAt(agency, now)) {
            reached.add(agency);
            return;
        }
        if (depth == LONGEST_CHAIN || onTheWay.contains(agency)) {
            everyBranchDecided = false;
            return;
        }
        if (!visited.add(agency)) {
            return;
        }
        List<Succession> onward = inEffect(agency);
        // A dead end, or one known part with the rest unaccounted for: whatever else is reached is only a candidate.
        if (onward.isEmpty() || (onward.size() == 1 && onward.getFirst().kind() == SuccessionKind.PART)) {
            everyBranchDecided = false;
        }
        onTheWay.add(agency);
        for (Succession succession : onward) {
            travelled.add(succession);
            visit(succession.to(), depth + 1);
        }
        onTheWay.remove(agency);
    }

    /**
     * Plans do not count before their date. Nor does a part that was handed over while the agency lived on: a document
     * for the agency went to the agency then, and when it ends the rest goes where the end says.
     */
    private List<Succession> inEffect(AgencyId agency) {
        Instant end = directory.endBefore(agency, now);
        return directory.successionsFrom(agency).stream()
                .filter(succession -> !succession.effective().isAfter(now))
                .filter(succession -> succession.kind() == SuccessionKind.WHOLE
                        || !succession.effective().isBefore(end))
                .toList();
    }
}
