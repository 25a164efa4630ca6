package vn.lienthong.gateway.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryCheck;
import vn.lienthong.gateway.agency.DirectoryInconsistentException;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.DirectoryVersion;

/**
 * The directory in PostgreSQL (migration V10). A snapshot is read whole, in one transaction, and its digest is compared
 * with the one recorded when it was made: rows altered behind the gateway's back are noticed and nothing is resolved by
 * them.
 */
public final class PostgresAgencies implements Agencies {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private volatile @Nullable AgencyDirectory snapshot;

    public PostgresAgencies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static long newestVersion(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) from directory_version")
                .mapTo(Long.class)
                .one();
    }

    /**
     * The number of the newest version; until the caller's transaction ends, none is committed after it. Who records does
     * not wait for who records, only for a change at the moment it commits.
     */
    static long heldVersion(Handle handle) {
        lock(handle, "pg_advisory_xact_lock_shared");
        // A statement of its own: its snapshot is taken after the lock, so it sees the change that the lock waited for.
        return newestVersion(handle);
    }

    private static void lock(Handle handle, String function) {
        handle.createQuery("select " + function + "(hashtextextended('directory', 0))::text")
                .mapTo(String.class)
                .list();
    }

    @Override
    public AgencyDirectory current() {
        AgencyDirectory held = snapshot;
        if (held != null) {
            return held;
        }
        refreshIfNewer();
        AgencyDirectory loaded = snapshot;
        return loaded == null ? AgencyDirectory.empty() : loaded;
    }

    @Override
    public boolean refreshIfNewer() {
        AgencyDirectory held = snapshot;
        long newest = jdbi.withHandle(PostgresAgencies::newestVersion);
        if (held != null && held.version().number() >= newest) {
            return false;
        }
        take(load(newest).orElseGet(AgencyDirectory::empty));
        return true;
    }

    /** Never steps back: of two threads that load at the same time the older snapshot must not win. */
    private synchronized void take(AgencyDirectory loaded) {
        AgencyDirectory held = snapshot;
        if (held == null || held.version().number() < loaded.version().number()) {
            snapshot = loaded;
        }
    }

    @Override
    public Optional<AgencyDirectory> asKnown(long versionNumber) {
        return versionNumber == 0 ? Optional.of(AgencyDirectory.empty()) : load(versionNumber);
    }

    private Optional<AgencyDirectory> load(long versionNumber) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> handle.createQuery(
                        "select content_sha256 from directory_version where number = :number")
                .bind("number", versionNumber)
                .mapTo(String.class)
                .findOne()
                .map(recorded -> verified(
                        AgencyDirectory.of(versionNumber, DirectoryTables.read(handle, versionNumber)), recorded)));
    }

    private static AgencyDirectory verified(AgencyDirectory read, String recorded) {
        if (!read.version().sha256().equals(recorded)) {
            throw new IllegalStateException(
                    "directory version " + read.version().number() + ": content "
                            + read.version().sha256() + " (expected: " + recorded + ", as recorded with the version)");
        }
        return read;
    }

    @Override
    public DirectoryVersion add(DirectoryChange change, Runnable besides) {
        refreshIfNewer();
        AgencyDirectory before = current();
        if (change.basedOn() != before.version().number()) {
            throw new DirectoryMovedException(change.basedOn(), before.version().number());
        }
        DirectoryRows rows = before.rows().with(change);
        List<String> problems = DirectoryCheck.problems(rows);
        if (!problems.isEmpty()) {
            throw new DirectoryInconsistentException(problems);
        }
        AgencyDirectory after = AgencyDirectory.of(change.basedOn() + 1, rows);
        record(change, after.version(), besides);
        take(after);
        return after.version();
    }

    private void record(DirectoryChange change, DirectoryVersion version, Runnable besides) {
        jdbi.useTransaction(handle -> {
            claim(handle, change, version);
            DirectoryTables.drop(handle, change.dropped(), version.number());
            DirectoryTables.add(handle, change.added(), version.number());
            besides.run();
            // Last, so that nobody who records waits while rows are written.
            lock(handle, "pg_advisory_xact_lock");
        });
    }

    /** The version's number is the lock: a second change on the same basis waits for the first and then finds it taken. */
    private static void claim(Handle handle, DirectoryChange change, DirectoryVersion version) {
        try {
            handle.createUpdate(
                            """
                            insert into directory_version (number, content_sha256, reason)
                            values (:number, :sha256, :reason)""")
                    .bind("number", version.number())
                    .bind("sha256", version.sha256())
                    .bind("reason", change.reason())
                    .execute();
        } catch (UnableToExecuteStatementException failed) {
            if (failed.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                DirectoryMovedException moved = new DirectoryMovedException(change.basedOn(), version.number());
                moved.addSuppressed(failed);
                throw moved;
            }
            throw failed;
        }
    }
}
