package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who cannot be closed, nor lose the administrator's role. */
class CloseAccountTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC);

    private final Accounts accounts = new InMemoryAccounts();
    private final Sessions sessions = new InMemorySessions(accounts);
    private final AccessEvents events = new InMemoryAccessEvents();
    private final CloseAccount closing = new CloseAccount(accounts, sessions, events, "loi.vao", CLOCK);
    private final ChangeRole changing = new ChangeRole(accounts, events, "loi.vao", CLOCK);

    @BeforeEach
    void people() {
        account("loi.vao", Role.ADMINISTRATOR);
        account("qt.hai", Role.ADMINISTRATOR);
        account("vt.mot", Role.CLERK);
    }

    @Test
    void theWayInWithoutTheIssuerStays() {
        assertThat(closing.refusal("loi.vao")).contains(CloseAccount.Outcome.BREAK_GLASS);
        assertThat(closing.close("loi.vao", "USER:qt.hai")).isEqualTo(CloseAccount.Outcome.BREAK_GLASS);
        assertThat(changing.change(find("loi.vao"), Role.CLERK, "USER:qt.hai"))
                .isEqualTo(ChangeRole.Outcome.BREAK_GLASS);
        assertThat(find("loi.vao").enabled()).isTrue();
        assertThat(events.latest(9)).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        CloseAccount elsewhere = new CloseAccount(accounts, sessions, events, null, CLOCK);
        assertThat(elsewhere.close("loi.vao", "USER:qt.hai")).isEqualTo(CloseAccount.Outcome.CLOSED);
        assertThat(elsewhere.refusal("qt.hai")).contains(CloseAccount.Outcome.LAST_ADMINISTRATOR);
        assertThat(elsewhere.close("qt.hai", "CLI:root")).isEqualTo(CloseAccount.Outcome.LAST_ADMINISTRATOR);
        assertThat(changing.change(find("qt.hai"), Role.AUDITOR, "CLI:root"))
                .isEqualTo(ChangeRole.Outcome.LAST_ADMINISTRATOR);
        assertThat(events.latest(9)).extracting(AccessEvent::subject).containsExactly("loi.vao");
    }

    @Test
    void anybodyElseIsClosedOrChangedAndItIsWrittenDown() {
        assertThat(closing.refusal("vt.mot")).isEmpty();
        assertThat(changing.change(find("vt.mot"), Role.OFFICER, "USER:qt.hai"))
                .isEqualTo(ChangeRole.Outcome.ROLE_CHANGED);
        assertThat(closing.close("vt.mot", "USER:qt.hai")).isEqualTo(CloseAccount.Outcome.CLOSED);
        assertThat(find("vt.mot")).isEqualTo(new Account("vt.mot", "Người vt.mot", Role.OFFICER, false, false));
        assertThat(events.latest(9))
                .extracting(event -> event.act().orElseThrow())
                .containsExactly(AccessAct.ACCOUNT_CLOSED, AccessAct.ROLE_CHANGED);
    }

    private void account(String username, Role role) {
        accounts.save(new Account(username, "Người " + username, role, false, true), "{x}");
    }

    private Account find(String username) {
        return accounts.find(username).orElseThrow();
    }
}
