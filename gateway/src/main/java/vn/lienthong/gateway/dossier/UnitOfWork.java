package vn.lienthong.gateway.dossier;

import java.util.function.Function;

/** One database transaction: everything that the work does through the {@link Transaction} is committed, or nothing. */
public interface UnitOfWork {

    /**
     * Runs the work and commits. A serialisation failure or a deadlock runs it again, so the work must have no effect of
     * its own; any other exception rolls back and is thrown on.
     */
    <T> T inTransaction(Function<Transaction, T> work);
}
