package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.FactorsContract;
import vn.lienthong.gateway.access.Role;

class PostgresFactorsTest extends FactorsContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected Factors factors() {
        new PostgresAccounts(database.jdbi(), Clock.systemUTC())
                .save(new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, true), "{x}1");
        return new PostgresFactors(database.jdbi(), new FlippingBox());
    }

    @Test
    void theKeyIsNotKeptInTheClear() {
        factors().set("an.nv", new Factors.Fresh(new byte[] {1, 2, 3}, 1, Set.of()), Instant.EPOCH);
        byte[] kept = database.jdbi().withHandle(handle -> handle.createQuery("select secret from account_factor")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).isEqualTo(new byte[] {~1, ~2, ~3});
    }

    @AfterEach
    void close() {
        database.close();
    }
}
