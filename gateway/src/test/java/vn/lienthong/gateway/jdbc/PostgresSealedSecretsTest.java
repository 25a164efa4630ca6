package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecretBox;

/** Every sealed column is found, and all or none of them change. */
class PostgresSealedSecretsTest {

    private static final SecretBox OLD = new FlippingBox();

    private final TestDatabase database = TestDatabase.fresh();

    /** Puts one byte before what it seals. */
    private static final class TaggingBox implements SecretBox {
        @Override
        public byte[] seal(byte[] secret) {
            byte[] box = new byte[secret.length + 1];
            box[0] = 7;
            System.arraycopy(secret, 0, box, 1, secret.length);
            return box;
        }

        @Override
        public byte[] open(byte[] box) {
            if (box[0] != 7) {
                throw new IllegalStateException("another key");
            }
            return java.util.Arrays.copyOfRange(box, 1, box.length);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyColumnThatSaysSoIsFound() {
        List<PostgresSealedSecrets.Column> columns = database.jdbi().withHandle(PostgresSealedSecrets::columns);
        assertThat(columns)
                .contains(
                        new PostgresSealedSecrets.Column("account_factor", "secret"),
                        new PostgresSealedSecrets.Column("neighbour", "own_secret"),
                        new PostgresSealedSecrets.Column("receiving_system", "previous_secret"),
                        new PostgresSealedSecrets.Column("receiving_system", "secret"));
    }

    /** A column that nobody described so would be left under the old key, and be lost with it. */
    @Test
    void everyColumnThatHoldsASecretSaysSo() {
        List<PostgresSealedSecrets.Column> secrets = database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                                select quote_ident(table_name) as t, quote_ident(column_name) as n from information_schema.columns
                                where table_schema = current_schema() and data_type = 'bytea'
                                  and column_name ~ 'secret|password|pin|key|refused'
                                """)
                .map((row, context) -> new PostgresSealedSecrets.Column(row.getString("t"), row.getString("n")))
                .list());
        assertThat(secrets)
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(database.jdbi().withHandle(PostgresSealedSecrets::columns));
    }

    @Test
    void allAreSealedAnewOrNone() {
        PostgresSystems systems = new PostgresSystems(database.jdbi(), OLD);
        systems.save(system("a"), new byte[] {1, 2});
        systems.save(system("b"), new byte[] {3});
        systems.renewSecret("b", new byte[] {4}, Instant.parse("2100-01-01T00:00:00Z"));
        new PostgresAccounts(database.jdbi(), Clock.systemUTC())
                .save(new Account("an.nv", "An", Role.OPERATOR, false, true), "{x}1");
        new PostgresFactors(database.jdbi(), OLD)
                .set("an.nv", new Factors.Fresh(new byte[] {5}, 1, Set.of()), Instant.EPOCH);
        PostgresSealedSecrets sealed = new PostgresSealedSecrets(database.jdbi());
        assertThatThrownBy(() -> sealed.reseal(new TaggingBox(), OLD)).isInstanceOf(IllegalStateException.class);
        assertThat(systems.secret("a")).as("nothing changed").contains(new byte[] {1, 2});

        assertThat(sealed.reseal(OLD, new TaggingBox())).isEqualTo(4);
        PostgresSystems now = new PostgresSystems(database.jdbi(), new TaggingBox());
        assertThat(now.secret("a")).contains(new byte[] {1, 2});
        assertThat(now.secret("b")).contains(new byte[] {4});
        assertThat(now.previousSecret("b", Instant.EPOCH)).contains(new byte[] {3});
        assertThat(new PostgresFactors(database.jdbi(), new TaggingBox()).secret("an.nv"))
                .contains(new byte[] {5});
    }

    private static ReceivingSystem system(String id) {
        return new ReceivingSystem(
                id,
                id,
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
