package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.desk.HandOffs;
import vn.lienthong.gateway.desk.HandOffsContract;

final class PostgresHandOffsTest extends HandOffsContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected HandOffs handOffs() {
        return new PostgresHandOffs(database.jdbi());
    }

    @Test
    void whoseAccountIsClosedHasNoneOpen() {
        HandOffs all = handOffs();
        HandOff his = opened(all, 1, "USER:van.thu");
        HandOff others = opened(all, 2, "USER:van.thu2");
        Accounts accounts = new PostgresAccounts(database.jdbi(), Clock.systemUTC());
        accounts.save(new Account("van.thu", "Văn thư", Role.CLERK, false, true), "{x}");
        assertThat(accounts.close("van.thu")).isTrue();
        assertThat(all.find(his.id()).map(HandOff::state)).isEqualTo(Optional.of(HandOffState.CANCELLED));
        assertThat(all.find(others.id()).map(HandOff::state)).isEqualTo(Optional.of(HandOffState.OPEN));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
