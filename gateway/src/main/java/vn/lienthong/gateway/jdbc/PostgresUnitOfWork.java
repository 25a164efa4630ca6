package vn.lienthong.gateway.jdbc;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Dossiers;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entries;
import vn.lienthong.gateway.status.Statuses;

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
                return jdbi.inTransaction(handle -> work.apply(new HandleTransaction(handle)));
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

    private static boolean isTransient(UnableToExecuteStatementException e) {
        return e.getCause() instanceof java.sql.SQLException sql
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
    }
}
