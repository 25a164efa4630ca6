package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Sessions;
import vn.lienthong.gateway.access.SessionsContract;

class PostgresSessionsTest extends SessionsContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final Accounts accounts = new PostgresAccounts(database.jdbi(), Clock.systemUTC());
    private final Sessions sessions = new PostgresSessions(database.jdbi());

    PostgresSessionsTest() {
        accounts.save(new Account("an.nv", "An", Role.OPERATOR, false, true), "{x}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Sessions sessions() {
        return sessions;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
