package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.access.TrustDecisions.Decided;

/** Decisions about trust on a real database. */
class PostgresTrustDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final ProposedAct ADD = new ProposedAct.AddTrust("party", "MIIB");
    private static final ProposedAct REMOVE = new ProposedAct.RemoveTrust("party", "ab".repeat(32));

    private final TestDatabase database = TestDatabase.fresh();
    private final TrustDecisions decisions = new PostgresTrustDecisions(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theyAreFoundInTheirOrder() {
        decisions.add(new Decided(0, ADD, NOW, "an, binh", "gốc mới"), () -> {});
        decisions.add(new Decided(0, REMOVE, NOW, "an, binh", "hết hạn"), () -> {});
        assertThat(decisions.after(0, 9)).extracting(Decided::act).containsExactly(ADD, REMOVE);
        Decided first = decisions.after(0, 1).getFirst();
        assertThat(decisions.find(first.id())).contains(first);
        assertThat(decisions.after(first.id(), 9)).extracting(Decided::act).containsExactly(REMOVE);
        assertThat(decisions.find(999)).isEmpty();
    }

    @Test
    void whatIsDoneBesidesUndoesThem() {
        assertThatThrownBy(() -> decisions.add(new Decided(0, ADD, NOW, "an, binh", "gốc mới"), () -> {
                    throw new IllegalStateException("decided meanwhile");
                }))
                .hasMessage("decided meanwhile");
        assertThat(decisions.after(0, 9)).isEmpty();
    }
}
