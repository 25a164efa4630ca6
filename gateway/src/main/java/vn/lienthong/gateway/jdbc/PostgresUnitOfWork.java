package vn.lienthong.gateway.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Dossiers;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.opinion.Opinions;
import vn.lienthong.gateway.evidence.Entries;
import vn.lienthong.gateway.status.Statuses;
import vn.lienthong.gateway.tray.IncomingStamps;
import vn.lienthong.gateway.webhook.News;

/** A database transaction at READ COMMITTED: unique keys, row locks and compare-and-set carry the invariants. */
public final class PostgresUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUnitOfWork.class);
    private static final int TRIES = 5;
    private static final String DEADLOCK = "40P01";
    private static final String SERIALISATION = "40001";

    private final Jdbi jdbi;

    public PostgresUnitOfWork(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> committable(handle, work));
            } catch (UnableToExecuteStatementException e) {
                if (attempt == TRIES || !isTransient(e)) {
                    throw e;
                }
                LOG.info("transaction is run again after a conflict, try {} of {}", attempt + 1, TRIES);
            }
        }
    }

    @Override
    public <T> T reading(Function<Transaction, T> work) {
        return jdbi.withHandle(handle -> work.apply(new HandleTransaction(handle)));
    }

    /**
     * After a failed statement PostgreSQL answers COMMIT with a rollback, and the driver says nothing of it: work that went
     * on after such a failure must not be answered as if it were on record.
     */
    private static <T> T committable(Handle handle, Function<Transaction, T> work) {
        SqlStatements statements = handle.getConfig(SqlStatements.class);
        Failed failed = new Failed(statements.getSqlLogger());
        statements.setSqlLogger(failed);
        T result = work.apply(new HandleTransaction(handle));
        failed.statement.ifPresent(failure -> {
            throw new IllegalStateException(
                    "transaction: work went on after a failed statement (expected: the failure thrown on)", failure);
        });
        return result;
    }

    /** Notes the first statement that failed. */
    private static final class Failed implements SqlLogger {

        private final SqlLogger next;
        private Optional<SQLException> statement = Optional.empty();

        Failed(SqlLogger next) {
            this.next = next;
        }

        @Override
        public void logBeforeExecution(StatementContext context) {
            next.logBeforeExecution(context);
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            next.logAfterExecution(context);
        }

        @Override
        public void logException(StatementContext context, SQLException failure) {
            if (statement.isEmpty()) {
                statement = Optional.of(failure);
            }
            next.logException(context, failure);
        }
    }

    private static boolean isTransient(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql
                && (DEADLOCK.equals(sql.getSQLState()) || SERIALISATION.equals(sql.getSQLState()));
    }

    private record HandleTransaction(Handle handle) implements Transaction {

        @Override
        public Dossiers dossiers() {
            return new PostgresDossiers(handle);
        }

        @Override
        public Deliveries deliveries() {
            return new PostgresDeliveries(handle);
        }

        @Override
        public Entries entries() {
            return new PostgresEntries(handle);
        }

        @Override
        public Statuses statuses() {
            return new PostgresStatuses(handle);
        }

        @Override
        public Alerts alerts() {
            return new PostgresAlerts(handle);
        }

        @Override
        public News news() {
            return new PostgresNews(handle);
        }

        @Override
        public IncomingStamps stamps() {
            return new PostgresIncomingStamps(handle);
        }

        @Override
        public Opinions opinions() {
            return new PostgresOpinions(handle);
        }

        @Override
        public long directoryVersion() {
            return PostgresAgencies.heldVersion(handle);
        }
    }
}
