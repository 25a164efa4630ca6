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
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

/** Days close by themselves, once each, and get their timestamp when an authority is there. */
final class RecordDaysTest {

    /** Late in the evening in Vietnam. */
    private static final Instant EVENING = Instant.parse("2026-11-22T16:30:00Z");

    private final MovableClock clock = new MovableClock(EVENING);
    private final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(DevTrust.NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    private final TestDatabase database = TestDatabase.fresh();
    private final EvidenceDays days = new PostgresEvidenceDays(database.jdbi());
    private final Map<Sha256, byte[]> vault = new HashMap<>();
    private List<AlgorithmEnd> ends = List.of();
    private boolean away;
    private int asked;
    private Runnable meanwhile = () -> {};
    private final DigestFiles files = new DigestFiles(this::read, new DigestFiles.Limits(2, 1 << 20));
    private final UnitOfWork work = new PostgresUnitOfWork(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private TimestampAuthority authority() {
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

    private int record() throws InterruptedException {
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

    private Rules rules() {
        return new Rules(Map.of(), ends, Optional.empty());
    }

    private InputStream read(Sha256 file) throws IOException {
        byte[] content = vault.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.hex());
        }
        return new ByteArrayInputStream(content);
    }

    private CheckEvidenceRecord.Outcome check(byte[] record, Sha256 file) throws IOException {
        Revocations good = (certificate, issuer, at) -> new RevocationAnswer.Good("CRL", at, at.plusSeconds(60));
        ValidationPolicy policy = ValidationPolicy.standard().with(rules());
        return new CheckEvidenceRecord(new VerifyTimestamp(DevTrust.stores(pki), good, policy), rules())
                .check(record, hash -> hash.of(read(file)), clock.instant());
    }

    /** A file that was received now. */
    private Sha256 received(String document) {
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

    @Test
    void aDayIsStampedOnceItIsOver() throws Exception {
        Sha256 first = received("D1");
        Sha256 second = received("D2");
        assertThat(record()).isZero();
        assertThat(days.of(first)).isEmpty();
        clock.pass(Duration.ofHours(1));
        Sha256 tomorrows = received("D3");

        assertThat(record()).isEqualTo(1);
        assertThat(record()).as("once").isZero();

        EvidenceDay day = days.of(first).orElseThrow();
        assertThat(day.day()).hasToString("2026-11-22");
        assertThat(day.leaves()).containsExactlyInAnyOrder(first, second);
        assertThat(EvidenceRecords.read(day.record(second))).hasSize(1);
        assertThat(days.of(tomorrows)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(record()).isEqualTo(1);
        assertThat(days.of(tomorrows)).isPresent();
    }

    @Test
    void anAuthorityThatIsAwayIsAskedAgain() throws Exception {
        Sha256 file = received("D1");
        clock.pass(Duration.ofHours(1));
        away = true;
        assertThat(record()).isZero();
        away = false;
        assertThat(record()).as("not yet due").isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(record()).isEqualTo(1);
        assertThat(days.of(file).orElseThrow().tokens()).hasSize(1);
    }

    @Test
    void theTimestampIsRenewedBeforeItsCertificateExpires() throws Exception {
        Sha256 file = received("D1");
        clock.pass(Duration.ofHours(1));
        record();
        clock.pass(Duration.ofDays(5 * 365 - 100));
        assertThat(record()).isZero();
        clock.pass(Duration.ofDays(20));
        assertThat(record()).isEqualTo(1);
        assertThat(days.of(file).orElseThrow().tokens()).hasSize(2);
    }

    @Test
    void theTreeIsRenewedBeforeItsDigestIsOver() throws Exception {
        Sha256 first = received("D1");
        Sha256 second = received("D2");
        Sha256 third = received("D3");
        clock.pass(Duration.ofHours(1));
        assertThat(record()).isEqualTo(1);
        Instant stamped = clock.instant();
        clock.pass(Duration.ofDays(400));
        assertThat(record()).as("nothing is due").isZero();

        ends = List.of(new AlgorithmEnd("SHA-256", 0, clock.instant().plus(Duration.ofDays(60))));
        assertThat(record()).as("two files a step").isZero();
        assertThat(days.digests(LocalDate.of(2026, 11, 22), ArchiveHash.SHA512)).hasSize(2);
        assertThat(record()).isEqualTo(1);

        EvidenceDay day = days.of(first).orElseThrow();
        assertThat(day.hash()).isEqualTo(ArchiveHash.SHA512);
        assertThat(day.stamps()).isEqualTo(2);
        for (Sha256 file : List.of(first, second, third)) {
            byte[] record = day.record(file);
            assertThat(EvidenceRecords.read(record)).hasSize(2);
            assertThat(check(record, file)).isEqualTo(new CheckEvidenceRecord.Outcome.Proven(stamped, 2));
            new ERSEvidenceRecord(record, new JcaDigestCalculatorProviderBuilder().build())
                    .validatePresent(
                            new ERSByteData(vault.get(file)),
                            Date.from(clock.instant().plusSeconds(60)));
        }
        assertThat(check(day.record(first), second)).isInstanceOf(CheckEvidenceRecord.Outcome.Failed.class);
        assertThat(record()).as("once").isZero();

        clock.pass(Duration.ofDays(31));
        assertThat(record()).as("the authority's own digest ends too").isEqualTo(1);
        EvidenceDay renewed = days.of(first).orElseThrow();
        assertThat(renewed.renewals()).singleElement().satisfies(tree -> assertThat(tree.tokens())
                .hasSize(2));
        assertThat(check(renewed.record(second), second)).isEqualTo(new CheckEvidenceRecord.Outcome.Proven(stamped, 3));
    }

    @Test
    void whereNoDigestLastsSomebodyIsTold() throws Exception {
        Sha256 file = received("D1");
        clock.pass(Duration.ofHours(1));
        record();
        clock.pass(Duration.ofDays(2));
        ends = List.of(
                new AlgorithmEnd("SHA-256", 0, clock.instant().plus(Duration.ofDays(60))),
                new AlgorithmEnd("SHA-512", 0, clock.instant().plus(Duration.ofDays(60))));
        assertThat(record()).isZero();
        clock.pass(Duration.ofHours(3));
        assertThat(days.late(clock.instant().minus(Duration.ofHours(2))).fault())
                .contains("another one that lasts");

        ends = List.of();
        clock.pass(Duration.ofHours(1));
        record();
        assertThat(days.of(file).orElseThrow().renewals()).isEmpty();
    }

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Three files with a timestamp, whose digest ends in 60 days. */
    private List<Sha256> ending() throws Exception {
        List<Sha256> files = List.of(received("D1"), received("D2"), received("D3"));
        clock.pass(Duration.ofHours(1));
        assertThat(record()).isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        ends = List.of(new AlgorithmEnd("SHA-256", 0, clock.instant().plus(Duration.ofDays(60))));
        return files;
    }

    private int tried(int times) throws InterruptedException {
        int stamped = 0;
        for (int at = 0; at < times; at++) {
            stamped += record();
            clock.pass(Duration.ofMinutes(31));
        }
        return stamped;
    }

    @Test
    void aFileThatIsNotThereIsAskedForAgain() throws Exception {
        Sha256 lost = ending().get(1);
        byte[] content = vault.remove(lost);
        assertThat(tried(12)).isZero();
        assertThat(days.digests(DAY, ArchiveHash.SHA512)).hasSize(2).doesNotContainKey(lost);
        assertThat(days.late(clock.instant()).fault()).contains("1 of 3 files");

        vault.put(lost, content);
        assertThat(tried(2)).isEqualTo(1);
        EvidenceDay day = days.of(lost).orElseThrow();
        assertThat(check(day.record(lost), lost)).isInstanceOf(CheckEvidenceRecord.Outcome.Proven.class);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aFileThatIsLostForGoodIsLeftOutAtLast() throws Exception {
        List<Sha256> all = ending();
        Sha256 lost = all.get(1);
        vault.put(lost, new byte[] {1});
        assertThat(tried(12)).isZero();
        clock.pass(Duration.ofDays(36));
        assertThat(tried(1)).as("there is time").isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(tried(1)).isEqualTo(1);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("EVIDENCE_FILES_LEFT_OUT");
            assertThat(alert.text()).contains("1 trên 3 tệp");
        });
        EvidenceDay day = days.of(lost).orElseThrow();
        assertThat(EvidenceRecords.read(day.record(lost)))
                .as("as it was proved before")
                .hasSize(1);
        assertThat(check(day.record(all.getFirst()), all.getFirst()))
                .isInstanceOf(CheckEvidenceRecord.Outcome.Proven.class);
    }

    @Test
    void aVaultThatIsAwayLeavesNothingOut() throws Exception {
        List<Sha256> all = ending();
        Map<Sha256, byte[]> content = Map.copyOf(vault);
        vault.clear();
        assertThat(tried(12)).isZero();
        clock.pass(Duration.ofDays(55));
        assertThat(tried(2)).isZero();
        vault.putAll(content);
        assertThat(tried(3)).isEqualTo(1);
        EvidenceDay day = days.of(all.getFirst()).orElseThrow();
        assertThat(day.renewals()).singleElement().satisfies(tree -> assertThat(tree.digests())
                .hasSize(3));
    }

    /** Another node digests a file while this one waits for a timestamp over a tree without it. */
    @Test
    void aTimestampOverAnotherTreeIsNotKept() throws Exception {
        Sha256 lost = ending().get(1);
        byte[] content = vault.remove(lost);
        tried(12);
        clock.pass(Duration.ofDays(38));
        meanwhile = () -> days.keep(DAY, ArchiveHash.SHA512, Map.of(lost, ArchiveHash.SHA512.of(content)));
        assertThat(tried(1)).isZero();
        assertThat(days.of(lost).orElseThrow().renewals()).isEmpty();
        vault.put(lost, content);
        assertThat(tried(1)).isEqualTo(1);
        EvidenceDay day = days.of(lost).orElseThrow();
        assertThat(check(day.record(lost), lost)).isInstanceOf(CheckEvidenceRecord.Outcome.Proven.class);

        Sha256 late = Sha256.of(new byte[] {7});
        days.keep(DAY, ArchiveHash.SHA512, Map.of(late, new byte[64]));
        assertThat(days.digests(DAY, ArchiveHash.SHA512)).as("stamped").hasSize(3);
    }

    @Test
    void aTreeThatIsStuckDoesNotLetTheTimestampExpire() throws Exception {
        Sha256 file = received("D1");
        clock.pass(Duration.ofHours(1));
        record();
        clock.pass(Duration.ofDays(5 * 365 - 80));
        ends = List.of(new AlgorithmEnd("SHA-256", 0, clock.instant().plus(Duration.ofDays(60))));
        byte[] content = vault.remove(file);
        assertThat(record()).isEqualTo(1);
        assertThat(days.of(file).orElseThrow().tokens()).hasSize(2);
        assertThat(tried(5)).as("once").isZero();
        vault.put(file, content);
        assertThat(tried(1)).isEqualTo(1);
        assertThat(days.of(file).orElseThrow().renewals()).hasSize(1);
    }

    @Test
    void withAnAlgorithmThatIsOverNothingIsRenewed() throws Exception {
        Sha256 file = ending().getFirst();
        assertThat(tried(4)).isEqualTo(1);
        Instant end = ends.getFirst().end();
        while (clock.instant().isBefore(end)) {
            record();
            clock.pass(Duration.ofDays(1));
        }
        int stamps = days.of(file).orElseThrow().stamps();
        asked = 0;
        for (int day = 0; day < 100; day++) {
            assertThat(record()).isZero();
            clock.pass(Duration.ofDays(1));
        }
        assertThat(asked).isBetween(3, 5);
        assertThat(days.of(file).orElseThrow().stamps()).isEqualTo(stamps).isLessThan(20);
        assertThat(days.late(clock.instant()).fault()).contains("algorithm that is over");
        assertThat(check(days.of(file).orElseThrow().record(file), file))
                .as("the authority's digest is over, and nothing came after it")
                .isInstanceOf(CheckEvidenceRecord.Outcome.Indeterminate.class);
    }

    @Test
    void aRecordWhoseDigestIsOverIsNoProofByItself() throws Exception {
        Sha256 file = ending().getFirst();
        byte[] record = days.of(file).orElseThrow().record(file);
        assertThat(check(record, file)).isInstanceOf(CheckEvidenceRecord.Outcome.Proven.class);
        clock.pass(Duration.ofDays(60));
        assertThat(check(record, file))
                .isInstanceOfSatisfying(
                        CheckEvidenceRecord.Outcome.Indeterminate.class,
                        doubt -> assertThat(doubt.why()).contains("is over since"));
    }

    @Test
    void aRecordThatGrewTooLongIsLeftToAPerson() throws Exception {
        ending();
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                insert into evidence_day_token (day, number, stamped_at, token, authority, kept_at)
                select day, n, stamped_at, token, authority, kept_at from evidence_day_token, generate_series(1, 149) n
                """));
        asked = 0;
        assertThat(tried(3)).isZero();
        assertThat(asked).isZero();
        assertThat(days.late(clock.instant()).fault()).contains("150 timestamps (expected: fewer than 150");
    }

    @Test
    void aDayWithoutAnyTimestampComesFirst() throws Exception {
        received("D1");
        clock.pass(Duration.ofHours(1));
        record();
        received("D2");
        clock.pass(Duration.ofDays(1));
        days.close(DAY.plusDays(2), "Asia/Ho_Chi_Minh", clock.instant(), 9);
        database.jdbi()
                .useHandle(handle -> handle.execute("update evidence_day set due = '2026-01-01' where day = ?", DAY));
        assertThat(days.takeDue(clock.instant(), clock.instant().plusSeconds(60))
                        .orElseThrow()
                        .day())
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void nodesWithDifferentEndsDoNotUndoEachOther() throws Exception {
        received("D1");
        clock.pass(Duration.ofHours(1));
        record();
        assertThat(days.byOtherTerms("other", clock.instant(), 9))
                .as("a day old at least")
                .isEmpty();
        clock.pass(Duration.ofDays(2));
        Instant now = clock.instant();
        assertThat(days.byOtherTerms("other", now, 9)).hasSize(1);
        days.reviewed(DAY, new EvidenceDays.Renewal(now.plus(Duration.ofDays(5)), "other"), now);
        ends = List.of(new AlgorithmEnd("SHA-512", 0, now.plus(Duration.ofDays(9999))));
        assertThat(record()).as("others' ends are later, and it stays due").isZero();
        assertThat(days.byOtherTerms("other", now, 9)).as("once").isEmpty();
        clock.pass(Duration.ofDays(5));
        now = clock.instant();
        EvidenceDay taken = days.takeDue(now, now.plusSeconds(60)).orElseThrow();
        assertThat(days.byOtherTerms("third", now, 9)).as("somebody is at it").isEmpty();
        days.reviewed(DAY, new EvidenceDays.Renewal(now, "third"), now);
        assertThat(days.takeDue(now, now)).isEmpty();
        days.resume(taken, now);
        assertThat(days.byOtherTerms("third", now, 9)).hasSize(1);
    }

    private List<Alerts.Alert> alerts() {
        return work.inTransaction(transaction -> transaction.alerts().open(10));
    }
}
