package vn.lienthong.gateway.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresDrafts;
import vn.lienthong.gateway.jdbc.PostgresEvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresLastingFiles;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.jdbc.PostgresVault;
import vn.lienthong.gateway.jdbc.TestDatabase;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.SealUse;

/** The queue behind signing, on a real database of its own. */
abstract class LastingFixture {

    static final AgencyId AGENCY = new AgencyId(UUID.fromString("00000000-0000-0000-0000-000000000053"));

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    final LastingDesk desk = new LastingDesk();
    final TestDatabase database = TestDatabase.fresh();
    final Drafts drafts = new PostgresDrafts(database.jdbi());
    final LastingFiles files = new PostgresLastingFiles(database.jdbi());
    final EvidenceDays days = new PostgresEvidenceDays(database.jdbi());
    final Vault vault = new PostgresVault(database.jdbi(), UUID::randomUUID);
    final UnitOfWork work = new PostgresUnitOfWork(database.jdbi());
    final DraftId id = new DraftId(UUID.randomUUID());
    LastingRule rule = new LastingRule(LastingLevel.T, false);

    @AfterEach
    void close() {
        calls.close();
        database.close();
    }

    /** A node of its own: what it knows is in the database. */
    int extend() throws InterruptedException {
        return new ExtendLasting(
                        files,
                        desk.extending,
                        vault,
                        new LastingAlert(files, days, work, Duration.ofHours(2), Duration.ofDays(1), desk.clock),
                        calls,
                        desk.clock,
                        new ExtendLasting.Patience(
                                4, 32 << 20, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(30)))
                .extend();
    }

    StoredBytes keep(byte[] bytes) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(bytes);
            return spool.keep();
        }
    }

    /** A draft whose file was sealed. */
    StoredBytes sealed() throws IOException {
        StoredBytes sealed = keep(desk.sealed());
        begin(id.toString(), sealed);
        drafts.add(Draft.begun(id, AGENCY, "USER:van-thu", LastingDesk.NOW)
                .carrying(List.of(sealedHere(sealed)), LastingDesk.NOW));
        return sealed;
    }

    void begin(String subject, StoredBytes sealed) {
        new BeginLasting(files, (agency, kind) -> rule, UUID::randomUUID)
                .begin(new BeginLasting.Signed(
                        AGENCY, FormKind.AGENCY_SEAL, subject, "cv.pdf", sealed, desk.clock.instant()));
    }

    DraftFile sealedHere(StoredBytes sealed) throws IOException {
        return new DraftFile(
                "cv.pdf",
                sealed,
                Optional.of(keep(LastingDesk.letter())),
                "SEAL",
                Optional.of(new SealUse(AGENCY, Sha256.of(new byte[] {7}), "USER:van-thu", LastingDesk.NOW)),
                DraftFile.Awaited.NONE);
    }

    DraftFile file() {
        return drafts.find(id).orElseThrow().files().getFirst();
    }

    LastingFile lasting(StoredBytes signed) {
        return files.find(signed.digest()).orElseThrow();
    }

    List<Alerts.Alert> alerts() {
        return work.reading(transaction -> transaction.alerts().open(10));
    }
}
