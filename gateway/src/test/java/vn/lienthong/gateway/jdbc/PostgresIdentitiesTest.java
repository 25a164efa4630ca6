package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.gateway.access.IdentitiesContract;
import vn.lienthong.gateway.access.Role;

class PostgresIdentitiesTest extends IdentitiesContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final Identities identities = new PostgresIdentities(database.jdbi());

    @BeforeEach
    void people() {
        Accounts accounts = new PostgresAccounts(database.jdbi(), Clock.systemUTC());
        accounts.save(new Account("an.nv", "An", Role.CLERK, false, true), "{x}");
        accounts.save(new Account("binh", "Bình", Role.CLERK, false, true), "{x}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Identities identities() {
        return identities;
    }
}
