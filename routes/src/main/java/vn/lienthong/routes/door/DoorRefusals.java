package vn.lienthong.routes.door;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.finding.Finding;

/** Writes down what a door turned away before reception saw it, so that an operator finds it. */
public final class DoorRefusals {

    private static final int LONGEST_SYSTEM_ID = 200;

    private final Refusals refusals;
    private final Clock clock;

    public DoorRefusals(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * Adds one line.
     *
     * @param systemId as claimed, of any length
     */
    public void note(Channel channel, String systemId, String remote, List<Finding> findings) {
        String shown = systemId.length() > LONGEST_SYSTEM_ID ? systemId.substring(0, LONGEST_SYSTEM_ID) : systemId;
        String storable = shown.replace('\0', '?');
        refusals.add(new Refusals.Refusal(clock.instant(), channel, storable, remote, "", Optional.empty(), findings));
    }
}
