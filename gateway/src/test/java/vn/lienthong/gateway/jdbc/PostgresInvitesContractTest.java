package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.InvitesContract;

class PostgresInvitesContractTest extends InvitesContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final Accounts accounts = new PostgresAccounts(database.jdbi(), Clock.systemUTC());
    private final Invites invites = new PostgresInvites(database.jdbi(), new FlippingBox());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Invites invites() {
        return invites;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
