package vn.lienthong.gateway.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.MovableClock;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.jdbc.PostgresEvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.jdbc.TestDatabase;
import vn.lienthong.gateway.signature.AlgorithmEnd;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.Revocations;

/** Days with files that were received, a vault that can lose them, and an authority that can be away. */
abstract class DaysOnRecord {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Late in the evening in Vietnam. */
    static final Instant EVENING = Instant.parse("2026-11-22T16:30:00Z");

    final MovableClock clock = new MovableClock(EVENING);
    final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(DevTrust.NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    final TestDatabase database = TestDatabase.fresh();
    final EvidenceDays days = new PostgresEvidenceDays(database.jdbi());
    final Map<Sha256, byte[]> vault = new HashMap<>();
    List<AlgorithmEnd> ends = List.of();
    boolean away;
    int asked;
    Runnable meanwhile = () -> {};
    final DigestFiles files = new DigestFiles(this::read, new DigestFiles.Limits(2, 1 << 20));
    final UnitOfWork work = new PostgresUnitOfWork(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    TimestampAuthority authority() {
        return new TimestampAuthority() {
            @Override
            public String name() {
                return "tsa.example";
            }

            @Override
            public byte[] ask(byte[] request) throws IOException {
                if (away) {
                    throw new IOException("connection refused");
                }
                asked++;
                meanwhile.run();
                return pki.timestamp(request);
            }
        };
    }

    int record() throws InterruptedException {
        RequestTimestamp requesting = new RequestTimestamp(
                List.of(authority()),
                () -> new VerifyTimestamp(DevTrust.stores(pki), Revocations.none(), ValidationPolicy.standard()),
                new SecureRandom(),
                clock);
        StampSeals.Patience patience = new StampSeals.Patience(
                Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(2));
        RenewalTerms terms = new RenewalTerms(Duration.ofDays(90), rules());
        return new RecordDays(days, requesting, patience, terms, files, work, clock).record();
    }

    Rules rules() {
        return new Rules(Map.of(), ends, Optional.empty());
    }

    InputStream read(Sha256 file) throws IOException {
        byte[] content = vault.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.hex());
        }
        return new ByteArrayInputStream(content);
    }

    CheckEvidenceRecord.Outcome check(byte[] record, Sha256 file) throws IOException {
        Revocations good = (certificate, issuer, at) -> new RevocationAnswer.Good("CRL", at, at.plusSeconds(60));
        ValidationPolicy policy = ValidationPolicy.standard().with(rules());
        return new CheckEvidenceRecord(new VerifyTimestamp(DevTrust.stores(pki), good, policy), rules())
                .check(record, hash -> hash.of(read(file)), clock.instant());
    }

    /** A file that was received now. */
    Sha256 received(String document) {
        DossierSketch sketch = new DossierSketch(document);
        work.inTransaction(transaction -> transaction.dossiers().add(sketch.dossier()));
        Sha256 file = Sha256.of(document.getBytes(StandardCharsets.UTF_8));
        vault.put(file, document.getBytes(StandardCharsets.UTF_8));
        database.jdbi().useHandle(handle -> handle.createUpdate(
                        """
                                insert into received_copy (dossier_id, bytes_digest, bytes_length, channel, system_id, received_at)
                                values (:dossier, :digest, 1, 'REST', 's', :at)
                                """)
                .bind("dossier", sketch.id().value())
                .bind("digest", file.hex())
                .bind("at", clock.instant())
                .execute());
        return file;
    }

    /** Three files with a timestamp, whose digest ends in 60 days. */
    List<Sha256> ending() throws Exception {
        List<Sha256> files = List.of(received("D1"), received("D2"), received("D3"));
        clock.pass(Duration.ofHours(1));
        assertThat(record()).isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        ends = List.of(new AlgorithmEnd("SHA-256", 0, clock.instant().plus(Duration.ofDays(60))));
        return files;
    }

    int tried(int times) throws InterruptedException {
        int stamped = 0;
        for (int at = 0; at < times; at++) {
            stamped += record();
            clock.pass(Duration.ofMinutes(31));
        }
        return stamped;
    }

    List<Alerts.Alert> alerts() {
        return work.inTransaction(transaction -> transaction.alerts().open(10));
    }
}
