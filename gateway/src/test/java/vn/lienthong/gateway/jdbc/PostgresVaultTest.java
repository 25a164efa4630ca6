package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.VaultContract;

final class PostgresVaultTest extends VaultContract {

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Vault vault() {
        return new PostgresVault(database.jdbi(), UUID::randomUUID);
    }

    @Override
    protected Vault reopened() {
        return vault();
    }

    @Override
    protected void makeOld(Sha256 digest) {
        database.jdbi().useHandle(handle -> handle.createUpdate(
                        "update vault set kept_at = kept_at - interval '61 minutes' where digest = :digest")
                .bind("digest", digest.hex())
                .execute());
    }

    @Override
    protected void makeHalfWrittenOld() {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update vault_spool set written_at = written_at - interval '61 minutes'"));
    }

    @Override
    protected int rounds() {
        return 200;
    }

    @Override
    protected long stored() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(distinct content) from vault_chunk")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void aMissingChunkIsNotTheEndOfTheDocument() throws IOException {
        StoredBytes stored;
        try (Spool spool = vault().open()) {
            spool.write(new byte[2 * PostgresVault.CHUNK_BYTES + 1]);
            stored = spool.keep();
        }
        database.jdbi().useHandle(handle -> handle.execute("delete from vault_chunk where place = 2"));
        try (InputStream in = vault().read(stored.digest())) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(EOFException.class);
        }
    }
}
