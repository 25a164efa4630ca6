package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} promises. */
public abstract class SessionsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    /** The sessions of the accounts, the same ones for the whole of a test. */
    protected abstract Sessions sessions();

    /** Accounts, {@code an.nv} among them, an open one of an operator. */
    protected abstract Accounts accounts();

    @Test
    void whatBeganBeforeIsOverAndNothingElse() {
        assertThat(sessions().counts("an.nv", Role.OPERATOR, NOW)).isTrue();
        sessions().endBefore("an.nv", NOW.plusSeconds(10));
        assertThat(sessions().counts("an.nv", Role.OPERATOR, NOW)).isFalse();
        assertThat(sessions().counts("an.nv", Role.OPERATOR, NOW.plusSeconds(10)))
                .isTrue();
        sessions().endBefore("an.nv", NOW);
        assertThat(sessions().counts("an.nv", Role.OPERATOR, NOW.plusSeconds(5)))
                .as("what ended does not begin again")
                .isFalse();
        sessions().endBefore("nobody", NOW);
        assertThat(sessions().counts("nobody", Role.OPERATOR, NOW)).isFalse();
    }

    @Test
    void anotherRoleAndAClosedAccountEndAll() {
        assertThat(sessions().counts("an.nv", Role.AUDITOR, NOW)).isFalse();
        accounts().changeRole("an.nv", Role.OPERATOR, Role.AUDITOR, NOW);
        assertThat(sessions().counts("an.nv", Role.OPERATOR, NOW)).isFalse();
        assertThat(sessions().counts("an.nv", Role.AUDITOR, NOW)).isTrue();
        accounts().close("an.nv");
        assertThat(sessions().counts("an.nv", Role.AUDITOR, NOW)).isFalse();
    }
}
