package vn.lienthong.gateway.jdbc;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.DraftsContract;

final class PostgresDraftsTest extends DraftsContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected Drafts drafts() {
        return new PostgresDrafts(database.jdbi());
    }

    @Override
    protected DossierId document() {
        DossierSketch sketch = new DossierSketch("D" + UUID.randomUUID());
        new PostgresUnitOfWork(database.jdbi())
                .inTransaction(transaction -> transaction.dossiers().add(sketch.dossier()));
        return sketch.id();
    }

    @AfterEach
    void close() {
        database.close();
    }
}
