package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.AccountMandatesContract;
import vn.lienthong.gateway.access.Accounts;

class PostgresAccountMandatesTest extends AccountMandatesContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected Accounts accounts() {
        return new PostgresAccounts(
                database.jdbi(), Clock.fixed(Instant.parse("2025-08-01T02:30:00Z"), ZoneOffset.UTC));
    }

    @Override
    protected AccountMandates mandates() {
        return new PostgresAccountMandates(database.jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }
}
