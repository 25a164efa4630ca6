package vn.lienthong.gateway.memory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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

/** One transaction at a time, on a copy of the rows that takes their place when the work returns. */
final class InMemoryUnitOfWork implements UnitOfWork {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final InMemorySystems systems;
    private Tables committed = new Tables();
    private long directoryVersion;

    InMemoryUnitOfWork(InMemorySystems systems) {
        this.systems = systems;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return onTables(tables -> work.apply(new TablesTransaction(tables, systems, directoryVersion)));
    }

    /** Waits for the transaction that runs: none ends under a newer version than it began with. */
    void directoryMoved(long number) {
        lock.lock();
        try {
            directoryVersion = number;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T reading(Function<Transaction, T> work) {
        return inTransaction(work);
    }

    /** For the ports that open their transactions themselves. */
    <T> T onTables(Function<Tables, T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("transaction: begun inside another (expected: one after the other)");
        }
        lock.lock();
        try {
            Tables draft = committed.copy();
            T result = work.apply(draft);
            draft.broken().ifPresent(rule -> {
                throw new IllegalStateException("commit after: " + rule);
            });
            committed = draft;
            return result;
        } finally {
            lock.unlock();
        }
    }

    private record TablesTransaction(Tables tables, InMemorySystems systems, long directoryVersion)
            implements Transaction {

        @Override
        public Dossiers dossiers() {
            return new InMemoryDossiers(tables);
        }

        @Override
        public Deliveries deliveries() {
            return new InMemoryDeliveries(tables, systems);
        }

        @Override
        public Entries entries() {
            return new InMemoryEntries(tables);
        }

        @Override
        public Statuses statuses() {
            return new InMemoryStatuses(tables);
        }

        @Override
        public Alerts alerts() {
            return new InMemoryAlerts(tables);
        }

        @Override
        public News news() {
            return new InMemoryNews(tables);
        }

        @Override
        public IncomingStamps stamps() {
            return new InMemoryIncomingStamps(tables);
        }

        @Override
        public Opinions opinions() {
            return new InMemoryOpinions(tables);
        }
    }
}
