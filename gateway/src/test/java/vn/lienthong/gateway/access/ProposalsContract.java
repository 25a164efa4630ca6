package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Proposals} promises. */
public abstract class ProposalsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    /** A store without proposals, the same one for the whole of a test. */
    protected abstract Proposals proposals();

    /** The journal that decisions are written into. */
    protected abstract AccessEvents events();

    @Test
    void whatWaitsIsFoundInItsOrderUntilItRunsOut() {
        long first = proposals().add(proposal("một", NOW.plusSeconds(60)));
        long second = proposals().add(proposal("hai", LATER));
        assertThat(proposals().waiting(NOW, 9)).extracting(Proposal::id).containsExactly(first, second);
        assertThat(proposals().waiting(NOW, 1)).extracting(Proposal::id).containsExactly(first);
        assertThat(proposals().waiting(NOW.plusSeconds(60), 9))
                .extracting(Proposal::id)
                .containsExactly(second);
        assertThat(proposals().past(LATER, 9)).extracting(Proposal::id).containsExactly(second, first);
        assertThat(proposals().countWaiting(NOW)).isEqualTo(2);
        assertThat(proposals().find(second)).map(Proposal::summary).contains("hai");
        assertThat(proposals().find(999)).isEmpty();
    }

    @Test
    void itIsDecidedOnceAndTheJournalSaysSo() {
        long id = proposals().add(proposal("một", LATER));
        Proposal.Decision yes = new Proposal.Decision(NOW, "USER:binh", true, "đã xem");
        AccessEvent event = new AccessEvent(NOW, "USER:binh", AccessAct.CONFIRMED, Long.toString(id), "một");
        assertThat(proposals().decide(id, yes, event)).isTrue();
        assertThat(proposals().decide(id, new Proposal.Decision(NOW, "USER:chi", false, "không"), event))
                .isFalse();
        assertThat(proposals().decide(999, yes, event)).isFalse();
        assertThat(proposals().find(id).flatMap(Proposal::decision)).contains(yes);
        assertThat(proposals().countWaiting(NOW)).isZero();
        assertThat(events().latest(9)).containsExactly(event);
    }

    @Test
    void whatRanOutIsNotDecidedAnyMore() {
        long id = proposals().add(proposal("một", NOW));
        AccessEvent event = new AccessEvent(NOW, "USER:binh", AccessAct.DECLINED, Long.toString(id), "");
        assertThat(proposals().decide(id, new Proposal.Decision(NOW, "USER:binh", false, "không"), event))
                .isFalse();
        assertThat(events().latest(9)).isEmpty();
    }

    private static Proposal proposal(String summary, Instant expires) {
        ProposedAct act = new ProposedAct.ImportTable("code,name,from\n");
        return new Proposal(0, act, summary, "USER:an.nv", "vì", NOW, expires, Optional.empty());
    }
}
