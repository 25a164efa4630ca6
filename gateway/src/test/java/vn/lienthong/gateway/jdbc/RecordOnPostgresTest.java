package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.RelayDue;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.dossier.reception.Station;

/** What only a server with many connections can show; what the ports promise is in their contracts. */
final class RecordOnPostgresTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private DossierId send(String documentId, String priority, String... to) {
        station.clock.pass(Duration.ofSeconds(1));
        return station.take(Letters.letterOf("G01", documentId, "x", priority, to))
                .dossier();
    }

    private List<Delivery> due(int perSystem, int limit) {
        return station.read(t -> t.deliveries().takeDue(station.clock.instant(), perSystem, limit));
    }

    @Test
    void twoRelaysNeverTakeTheSame() {
        send("D1", "0", "H03");
        send("D2", "0", "H03");
        station.read(t -> {
            assertThat(t.deliveries().takeDue(station.clock.instant(), 100, 10)).hasSize(2);
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                Future<List<Delivery>> theirs = other.submit(() -> due(100, 10));
                assertThat(theirs.get()).isEmpty();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }

    @Test
    void aSecretLiesEncrypted() {
        assertThat(station.systems.secret("sys-so")).contains(new byte[] {1, 2, 3});
        byte[] lying = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select secret from receiving_system where system_id = 'sys-so'")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(lying, StandardCharsets.ISO_8859_1)).isNotEqualTo("\u0001\u0002\u0003");
    }

    @Test
    void oneConnectionIsEnoughForOneDocument() {
        HikariConfig config = new HikariConfig();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Station narrow = new Station(Jdbi.create(pool));
            ReceptionAnswer.Taken taken = narrow.take(Letters.letter("D9", "H01", "H03"));
            assertThat(narrow.copies(taken.dossier())).hasSize(2);
            assertThat(narrow.take(Letters.recall("R9", "D9", "sai", "H01", "H03"))
                            .repeated())
                    .isFalse();
        }
    }

    /** The broker hands a dispatch on before the transaction that sent it has committed. */
    @Test
    void aDispatchThatIsFasterThanItsCommitWaitsForIt() throws Exception {
        DossierId dossier = send("D1", "0", "H03");
        CountDownLatch delivering = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            RelayDue fast = new RelayDue(
                    station.work,
                    (system, dispatch) -> {
                        running.add(pool.submit(() -> {
                            delivering.countDown();
                            station.deliverer(delivery -> new PushOutcome.Taken("HTTP 200"))
                                    .deliver(dispatch);
                        }));
                        awaitLockWaiter(delivering);
                    },
                    station.settings,
                    station.clock);
            fast.relay();
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(station.copy(dossier, "H03").state()).isEqualTo(DeliveryState.HANDED_OVER);
    }

    /** Until the consumer waits for the relay's lock, or has come to its end without. */
    private void awaitLockWaiter(CountDownLatch delivering) {
        try {
            delivering.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().until(this::somebodyWaitsForALock);
    }

    private boolean somebodyWaitsForALock() {
        return database.jdbi()
                        .withHandle(handle -> handle.createQuery("select count(*) from pg_locks where not granted")
                                .mapTo(Integer.class)
                                .one())
                > 0;
    }

    /** A further statement is a further round trip of every document: it shows here first. */
    @Test
    void aDocumentCostsThirteenStatementsToRecord() {
        Decision decision = station.decide(Letters.letterOf("G01", "D1", "x", "0", "H01"), "sys-bo");
        List<String> statements = new ArrayList<>();
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(String.valueOf(context.getRenderedSql()));
            }
        });

        station.record(decision);

        // The vault of this station lies in the same database; where it is files it costs none.
        assertThat(statements)
                .filteredOn(sql -> !sql.contains("vault"))
                .as(String.join("\n", statements))
                .hasSize(13);
    }
}
