package vn.lienthong.gateway.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.AlgorithmEnd;

/** Records of days are renewed before their timestamp or their tree is no proof any more. */
final class RenewDaysTest extends DaysOnRecord {

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
}
