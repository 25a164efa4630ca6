package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeliveryTransitionsTest {

    /** The whole table; what is not here does not happen. */
    private static final String TABLE =
            """
            WAITING RELAY QUEUED
            WAITING LEASE LEASED
            WAITING TAKE HANDED_OVER
            WAITING COLLECTOR_FAILED WAITING
            WAITING WITHDRAW WITHDRAWN
            WAITING MERGE MERGED
            WAITING ROUTE WAITING
            WAITING UNROUTE UNROUTED
            WAITING HOLD HELD
            QUEUED BEGIN SENDING
            QUEUED LEASE_ENDED WAITING
            QUEUED WITHDRAW WITHDRAWN
            QUEUED HOLD HELD
            SENDING SUCCEED HANDED_OVER
            SENDING FAIL WAITING
            SENDING EXHAUST DEAD
            SENDING LEASE_ENDED WAITING
            SENDING MERGE MERGED
            SENDING ROUTE WAITING
            SENDING UNROUTE UNROUTED
            SENDING HOLD HELD
            LEASED LEASE LEASED
            LEASED TAKE HANDED_OVER
            LEASED LEASE_ENDED WAITING
            LEASED COLLECTOR_FAILED WAITING
            HELD RELEASE WAITING
            HELD ROUTE WAITING
            HELD UNROUTE UNROUTED
            HELD WITHDRAW WITHDRAWN
            HELD CLOSE FAILED
            HELD MERGE MERGED
            UNROUTED ROUTE WAITING
            UNROUTED WITHDRAW WITHDRAWN
            UNROUTED CLOSE FAILED
            UNROUTED MERGE MERGED
            UNROUTED HOLD HELD
            DEAD REVIVE WAITING
            DEAD WITHDRAW WITHDRAWN
            DEAD CLOSE FAILED
            """;

    @Test
    void theTableIsExactlyThis() {
        Set<String> written = new TreeSet<>(TABLE.lines().toList());
        Set<String> found = new TreeSet<>();
        for (DeliveryState state : DeliveryState.values()) {
            for (DeliveryEvent event : DeliveryEvent.values()) {
                DeliveryTransitions.next(state, event).ifPresent(next -> found.add(state + " " + event + " " + next));
            }
        }
        assertThat(found).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateLeadsToAFinalOneAndFinalOnesLeadNowhere(DeliveryState state) {
        Set<DeliveryState> reached = reached(state);
        if (state.isFinal()) {
            assertThat(reached).containsExactly(state);
        } else {
            assertThat(reached).anyMatch(DeliveryState::isFinal);
        }
    }

    private static Set<DeliveryState> reached(DeliveryState from) {
        Set<DeliveryState> seen = EnumSet.of(from);
        Deque<DeliveryState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            DeliveryState state = open.remove();
            for (DeliveryEvent event : DeliveryEvent.values()) {
                DeliveryTransitions.next(state, event).filter(seen::add).ifPresent(open::add);
            }
        }
        return seen;
    }
}
