package vn.lienthong.routes.door;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Writes down what a door turned away before reception saw it, so that an operator finds it. So many lines a minute from one
 * address, and in all: of the rest there is one line a minute with their number.
 */
public final class DoorRefusals {

    private static final int LONGEST_SYSTEM_ID = 200;
    private static final String ALL = "";

    private final Refusals refusals;
    private final CallLimits limits;
    private final Unwritten unwritten;
    private final Clock clock;
    private final Buckets lines;
    private final Buckets inAll;

    public DoorRefusals(Refusals refusals, CallLimits limits, Unwritten unwritten, Clock clock) {
        this.refusals = refusals;
        this.limits = limits;
        this.unwritten = unwritten;
        this.clock = clock;
        this.lines = new Buckets(limits.tracked(), TimeMeter.SYSTEM_NANOTIME);
        this.inAll = new Buckets(1, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * Adds one line, while there is room for more of them.
     *
     * @param systemId as claimed, of any length
     */
    public void note(Channel channel, String systemId, String remote, List<Finding> findings) {
        // What comes by no address, such as a file, is told apart by its system.
        String block = remote.isEmpty() ? shown(systemId) : CallerAddress.block(remote);
        boolean room = lines.draw(block, limits.refusedPerMinute()).isEmpty()
                && inAll.draw(ALL, limits.writtenPerMinute()).isEmpty();
        if (room) {
            add(channel, systemId, remote, findings);
        } else {
            unwritten.count(Unwritten.Why.LINES, block);
        }
    }

    /** Adds a line over those that have none; nothing where there are none. */
    public void sumUp() {
        unwritten
                .take()
                .ifPresent(text ->
                        add(Channel.REST, "", "", List.of(Finding.error(ErrorCode.TOO_MANY_CALLS, "remote", text))));
    }

    private static String shown(String systemId) {
        String shown = systemId.length() > LONGEST_SYSTEM_ID ? systemId.substring(0, LONGEST_SYSTEM_ID) : systemId;
        return shown.replace('\0', '?');
    }

    private void add(Channel channel, String systemId, String remote, List<Finding> findings) {
        refusals.add(new Refusals.Refusal(
                clock.instant(), channel, shown(systemId), remote, "", Optional.empty(), findings));
    }
}
