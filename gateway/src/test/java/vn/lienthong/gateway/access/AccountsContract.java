package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Accounts} promises. */
public abstract class AccountsContract {

    private static final Account AN = new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, true);
    private static final Account BINH = new Account("binh", "Trần Thị Bình", Role.AUDITOR, true, false);

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
        assertThat(accounts.add(AN, "{x}1")).isTrue();
        Account promoted = new Account("an.nv", "Nguyễn Văn An", Role.ADMINISTRATOR, false, true);
        assertThat(accounts.add(promoted, "{x}2")).isFalse();
        assertThat(accounts.find("an.nv")).contains(AN);
        accounts.save(promoted, "{x}3");
        assertThat(accounts.find("an.nv")).contains(promoted);
        assertThat(accounts.passwordHash("an.nv")).contains("{x}3");
    }

    @Test
    void aPasswordChangeInFlightUndoesNeitherAResetNorAClosing() {
        Accounts accounts = accounts();
        accounts.save(AN, "{x}1");
        assertThat(accounts.replaceHash("an.nv", "{x}1", "{x}2")).isTrue();
        accounts.setHash("an.nv", "{x}reset");
        assertThat(accounts.replaceHash("an.nv", "{x}2", "{x}3")).isFalse();
        assertThat(accounts.passwordHash("an.nv")).contains("{x}reset");
        accounts.close("an.nv");
        assertThat(accounts.replaceHash("an.nv", "{x}reset", "{x}4")).isFalse();
        accounts.setHash("an.nv", "{x}5");
        assertThat(accounts.find("an.nv")).contains(new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, false));
        assertThat(accounts.passwordHash("an.nv")).contains("{x}5");
    }
}
