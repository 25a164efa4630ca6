package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.digest.Sha256;

/** Second factors in PostgreSQL; their keys pass through the {@link SecretBox} on the way in and out. */
public final class PostgresFactors implements Factors {

    /** The row is locked while it is looked at: of two tries at a time the second one sees the first counted. */
    private static final String BEGIN =
            """
            update account_factor set failures = failures + 1,
              wait_until = case when failures + 1 < :free then wait_until
                else cast(:now as timestamptz) + make_interval(secs => least(:longest, :first * power(2, least(failures + 1 - :free, 30)))) end
            where username = :username and wait_until <= :now
            """;

    private static final String FORGET = "update account_factor set failures = 0, wait_until = '-infinity'";

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresFactors(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public Optional<byte[]> secret(String username) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select secret from account_factor where username = :username")
                                .bind("username", username)
                                .mapTo(byte[].class)
                                .findOne())
                .map(box::open);
    }

    @Override
    public boolean exists(String username) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from account_factor where username = :username)")
                        .bind("username", username)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public boolean add(String username, Fresh factor, Instant at) {
        return jdbi.inTransaction(handle -> FactorRows.insert(handle, box, username, factor, at));
    }

    @Override
    public void set(String username, Fresh factor, Instant at) {
        jdbi.useTransaction(handle -> {
            FactorRows.remove(handle, username);
            FactorRows.insert(handle, box, username, factor, at);
        });
    }

    @Override
    public void remove(String username) {
        jdbi.useHandle(handle -> FactorRows.remove(handle, username));
    }

    @Override
    public Optional<Instant> begin(String username, Instant now, Patience patience) {
        return jdbi.inTransaction(handle -> {
            boolean counted = handle.createUpdate(BEGIN)
                            .bind("username", username)
                            .bind("now", now)
                            .bind("free", patience.free())
                            .bind("first", patience.first().toSeconds())
                            .bind("longest", patience.longest().toSeconds())
                            .execute()
                    == 1;
            return counted ? Optional.empty() : Optional.of(waitUntil(handle, username));
        });
    }

    private static Instant waitUntil(Handle handle, String username) {
        return handle.createQuery("select wait_until from account_factor where username = :username")
                .bind("username", username)
                .map((row, context) -> Columns.instant(row, "wait_until"))
                .one();
    }

    @Override
    public boolean use(String username, long step) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(FORGET + ", last_step = :step where username = :username and last_step < :step")
                                .bind("username", username)
                                .bind("step", step)
                                .execute()
                        == 1);
    }

    @Override
    public boolean recover(String username, Sha256 code, Instant at) {
        return jdbi.inTransaction(handle -> {
            boolean used = handle.createUpdate(
                                    """
                                    update account_recovery_code set used_at = :at
                                    where username = :username and code_hash = :hash and used_at is null
                                    """)
                            .bind("username", username)
                            .bind("hash", code.hex())
                            .bind("at", at)
                            .execute()
                    == 1;
            if (used) {
                handle.createUpdate(FORGET + " where username = :username")
                        .bind("username", username)
                        .execute();
            }
            return used;
        });
    }

    @Override
    public void renewRecovery(String username, Set<Sha256> codes) {
        jdbi.useTransaction(handle -> FactorRows.codes(handle, username, codes));
    }

    @Override
    public int recoveryLeft(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from account_recovery_code where username = :username and used_at is null")
                .bind("username", username)
                .mapTo(Integer.class)
                .one());
    }
}
