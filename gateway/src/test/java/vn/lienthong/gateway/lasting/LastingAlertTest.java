package vn.lienthong.gateway.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.StoredBytes;

/** When an operator is told that timestamps do not come. */
final class LastingAlertTest extends LastingFixture {

    @Test
    void anOperatorIsToldOfWhatWaitsAndNoMoreOnceItCame() throws Exception {
        desk.away = true;
        StoredBytes sealed = sealed();
        for (int hour = 0; hour < 4; hour++) {
            extend();
            desk.clock.pass(Duration.ofHours(1));
        }
        assertThat(lasting(sealed).failures()).isEqualTo(4);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(LastingAlert.KIND);
            assertThat(alert.text()).contains("tsa.example: connection refused");
        });
        assertThat(files.pending(10)).extracting(LastingFile::fault).containsExactly("tsa.example: connection refused");

        desk.away = false;
        extend();
        assertThat(alerts()).isEmpty();
    }

    /** One that can never be stamped hides none of those that come later; closed by hand it is told again, but not at once. */
    @Test
    void oneStuckFileSilencesNoOther() throws Exception {
        StoredBytes torn = keep(new byte[] {1, 2, 3});
        begin(id.toString(), torn);
        extendAfter(Duration.ofHours(3));
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .startsWith("1 tệp"));
        closeByHand();
        extendAfter(Duration.ofHours(3));
        assertThat(alerts()).as("somebody saw to it").isEmpty();

        desk.away = true;
        sealed();
        extendAfter(Duration.ofHours(3));
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .startsWith("2 tệp"));
        closeByHand();
        extendAfter(Duration.ofHours(3));
        assertThat(alerts()).as("told of both").isEmpty();
        extendAfter(Duration.ofDays(1));
        assertThat(alerts()).as("they are late still").hasSize(1);
    }

    @Test
    void aRenewalThatFailsAndADayWithoutTimestampAreTold() throws Exception {
        StoredBytes sealed = sealed();
        extend();
        LastingFile there = lasting(sealed);
        files.rest(there, LastingLevel.T, Optional.of(desk.clock.instant()));
        files.postpone(there, desk.clock.instant(), desk.clock.instant().plus(Duration.ofDays(9)), "token: torn");
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into evidence_day (day, leaves, closed_at, due) values ('2026-11-20', array[repeat('00', 32)], ?, ?)",
                        desk.clock.instant(),
                        desk.clock.instant()));
        extendAfter(Duration.ofHours(1));
        assertThat(alerts()).isEmpty();

        extendAfter(Duration.ofHours(2));

        assertThat(files.pending(9)).extracting(LastingFile::fault).containsExactly("token: torn");
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("1 tệp", "token: torn", "1 ngày nhận", "2026-11-20"));
        files.rest(there, LastingLevel.T, Optional.empty());
        extend();
        assertThat(alerts()).as("the day is late still").hasSize(1);
        stampDays();
        extend();
        assertThat(alerts()).isEmpty();
    }

    private void stampDays() {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                        with stamped as (update evidence_day set due = due + interval '99 days' returning day)
                        insert into evidence_day_token (day, number, stamped_at, token, authority, kept_at)
                        select day, 0, now(), '1', 'tsa.example', now() from stamped
                        """));
    }

    private void extendAfter(Duration passed) throws InterruptedException {
        desk.clock.pass(passed);
        extend();
    }

    private void closeByHand() {
        Alerts.Closing seen = new Alerts.Closing(desk.clock.instant(), "USER:van-hanh", "đã xem");
        assertThat(work.<Integer>inTransaction(
                        transaction -> transaction.alerts().closeAll(LastingAlert.KIND, "", seen)))
                .isEqualTo(1);
    }
}
