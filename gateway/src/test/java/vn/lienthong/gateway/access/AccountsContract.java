package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} promises. */
public abstract class AccountsContract {

    private static final Account AN = new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, true);
    private static final Account BINH = new Account("binh", "Trần Thị Bình", Role.AUDITOR, true, false);

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final LetIn CLI = new LetIn("CLI:root", NOW);
    private static final LetIn ADMIN = new LetIn("USER:qt", NOW.plusSeconds(1));

    /** A store without accounts. */
    protected abstract Accounts accounts();

    @Test
    void keepsAccountsAndHashes() {
        Accounts accounts = accounts();
        accounts.save(BINH, "{x}2");
        accounts.save(AN, "{x}1");
        assertThat(accounts.find("an.nv")).contains(AN);
        assertThat(accounts.passwordHash("an.nv")).contains("{x}1");
        assertThat(accounts.all()).containsExactly(AN, BINH);
        assertThat(accounts.find("nobody")).isEmpty();
        assertThat(accounts.passwordHash("nobody")).isEmpty();
    }

    @Test
    void savingReplacesAndAddingDoesNot() {
        Accounts accounts = accounts();
        assertThat(accounts.add(AN, "{x}1", CLI)).isTrue();
        Account promoted = new Account("an.nv", "Nguyễn Văn An", Role.ADMINISTRATOR, false, true);
        assertThat(accounts.add(promoted, "{x}2", ADMIN)).isFalse();
        assertThat(accounts.find("an.nv")).contains(AN);
        assertThat(accounts.letIn("an.nv")).contains(CLI);
        accounts.save(promoted, "{x}3");
        assertThat(accounts.find("an.nv")).contains(promoted);
        assertThat(accounts.passwordHash("an.nv")).contains("{x}3");
    }

    @Test
    void whoLetsSomebodyBackInIsOnRecord() {
        Accounts accounts = accounts();
        accounts.save(AN, "{x}1");
        assertThat(accounts.letIn("an.nv")).isEmpty();
        accounts.close("an.nv");
        accounts.renew("an.nv", "{x}2", CLI);
        assertThat(accounts.find("an.nv")).contains(AN);
        assertThat(accounts.passwordHash("an.nv")).contains("{x}2");
        assertThat(accounts.letIn("an.nv")).contains(CLI);
        accounts.letIn("an.nv", ADMIN);
        assertThat(accounts.letIn("an.nv")).contains(ADMIN);
        accounts.letIn("nobody", ADMIN);
        assertThat(accounts.letIn("nobody")).isEmpty();
    }

    @Test
    void theLastAdministratorWhoCanComeInStays() {
        Accounts accounts = accounts();
        accounts.save(AN, "{x}1");
        accounts.save(new Account("qt.mot", "Một", Role.ADMINISTRATOR, false, true), "");
        accounts.save(new Account("qt.dong", "Đóng", Role.ADMINISTRATOR, false, false), "");
        assertThat(accounts.isLastAdministrator("qt.mot")).isTrue();
        assertThat(accounts.close("qt.mot")).isFalse();
        assertThat(accounts.changeRole("qt.mot", Role.ADMINISTRATOR, Role.CLERK, NOW))
                .isEqualTo(Accounts.RoleChange.LAST_ADMINISTRATOR);
        assertThat(accounts.changeRole("qt.mot", Role.CLERK, Role.AUDITOR, NOW))
                .as("no clerk by now, and that is why")
                .isEqualTo(Accounts.RoleChange.MEANWHILE);
        assertThat(accounts.changeRole("khong.co", Role.CLERK, Role.AUDITOR, NOW))
                .isEqualTo(Accounts.RoleChange.MEANWHILE);
        assertThat(accounts.find("qt.mot").orElseThrow().enabled()).isTrue();
        assertThat(accounts.close("qt.dong")).isTrue();
        assertThat(accounts.close("an.nv")).isTrue();
        accounts.save(AN, "{x}1");
        assertThat(accounts.changeRole("an.nv", Role.CLERK, Role.ADMINISTRATOR, NOW))
                .as("it is an operator's by now")
                .isEqualTo(Accounts.RoleChange.MEANWHILE);
        assertThat(accounts.changeRole("an.nv", Role.OPERATOR, Role.ADMINISTRATOR, NOW))
                .isEqualTo(Accounts.RoleChange.CHANGED);
        assertThat(accounts.find("an.nv").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(accounts.isLastAdministrator("qt.mot")).isFalse();
        assertThat(accounts.close("qt.mot")).isTrue();
        assertThat(accounts.close("an.nv")).isFalse();
    }

    @Test
    void aPasswordChangeInFlightUndoesNeitherAResetNorAClosing() {
        Accounts accounts = accounts();
        accounts.save(AN, "{x}1");
        assertThat(accounts.replaceHash("an.nv", "{x}1", "{x}2")).isTrue();
        accounts.reset("an.nv", "{x}reset", NOW);
        assertThat(accounts.replaceHash("an.nv", "{x}2", "{x}3")).isFalse();
        assertThat(accounts.passwordHash("an.nv")).contains("{x}reset");
        accounts.close("an.nv");
        assertThat(accounts.replaceHash("an.nv", "{x}reset", "{x}4")).isFalse();
        accounts.reset("an.nv", "{x}5", NOW);
        assertThat(accounts.find("an.nv")).contains(new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, false));
        assertThat(accounts.passwordHash("an.nv")).contains("{x}5");
    }
}
