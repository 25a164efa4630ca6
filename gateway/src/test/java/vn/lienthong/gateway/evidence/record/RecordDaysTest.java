package vn.lienthong.gateway.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** Days close by themselves, once each, and get their timestamp when an authority is there. */
final class RecordDaysTest extends DaysOnRecord {

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
}
