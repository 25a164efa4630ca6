package vn.lienthong.gateway.dossier;

import java.util.function.Function;

/** What is done on the record together. */
public interface UnitOfWork {

    /**
     * Runs the work in one database transaction: everything it does through the {@link Transaction} is committed, or
     * nothing. A serialisation failure or a deadlock runs it again, so the work must have no effect of
     * its own; any other exception rolls back and is thrown on.
     */
    <T> T inTransaction(Function<Transaction, T> work);

    /**
     * Runs work that only reads, and takes no locks, without a transaction: each statement sees what is committed when it
     * begins, as it would in one, and nothing is left to commit.
     */
    <T> T reading(Function<Transaction, T> work);
}
