package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.gateway.tray.Trays;
import vn.lienthong.gateway.webhook.Webhooks;

/** All stores in one database. */
public final class PostgresStores implements Stores {

    private final Jdbi jdbi;
    private final Runnable closing;

    private PostgresStores(Jdbi jdbi, Runnable closing) {
        this.jdbi = jdbi;
        this.closing = closing;
    }

    /** In a database of their own, which goes with them. */
    public static PostgresStores fresh() {
        TestDatabase database = TestDatabase.fresh();
        return new PostgresStores(database.jdbi(), database::close);
    }

    /** In a database that somebody else closes. */
    public static PostgresStores in(Jdbi jdbi) {
        return new PostgresStores(jdbi, () -> {});
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public UnitOfWork work() {
        return new PostgresUnitOfWork(jdbi);
    }

    @Override
    public Systems systems() {
        return new PostgresSystems(jdbi, new Mirror());
    }

    @Override
    public Vault vault() {
        return new PostgresVault(jdbi, UUID::randomUUID);
    }

    @Override
    public Refusals refusals() {
        return new PostgresRefusals(jdbi);
    }

    @Override
    public Counts counts() {
        return new PostgresCounts(jdbi);
    }

    @Override
    public Trays trays() {
        return new PostgresTrays(jdbi);
    }

    @Override
    public Seals seals() {
        return new PostgresSeals(jdbi);
    }

    @Override
    public Webhooks webhooks() {
        return new PostgresWebhooks(jdbi, new Mirror());
    }

    @Override
    public Repeats repeats() {
        return new PostgresRepeats(jdbi);
    }

    @Override
    public RegistrationRequests requests() {
        return new PostgresRegistrationRequests(jdbi);
    }

    @Override
    public OcspStore ocspAnswers() {
        return new PostgresOcspStore(jdbi, Clock.fixed(Instant.parse("2026-11-02T03:00:00Z"), ZoneOffset.UTC));
    }

    @Override
    public CrlStore crls() {
        return new PostgresCrlStore(jdbi, Clock.fixed(Instant.parse("2026-11-02T03:00:00Z"), ZoneOffset.UTC));
    }

    @Override
    public int copiesKept() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from received_copy")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void directoryMoved(DirectoryVersion version) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into directory_version (number, content_sha256, reason)
                        values (:number, :sha256, 'bản vẽ') on conflict do nothing
                        """)
                .bind("number", version.number())
                .bind("sha256", version.sha256())
                .execute());
    }

    @Override
    public void close() {
        closing.run();
    }

    /** Turns the bytes around, so that a secret in the clear is noticed. */
    private static final class Mirror implements SecretBox {

        @Override
        public byte[] seal(byte[] secret) {
            byte[] turned = new byte[secret.length];
            for (int i = 0; i < secret.length; i++) {
                turned[i] = secret[secret.length - 1 - i];
            }
            return turned;
        }

        @Override
        public byte[] open(byte[] box) {
            return seal(box);
        }
    }
}
