package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** On a real record: what an operator sees of a node that does not trust as was decided. */
@Tag("ci")
final class TrustAlertTest {

    @TempDir
    private static Path folder;

    private static Administration record;

    private final UnitOfWork work = record.work();

    @BeforeAll
    static void open() {
        record = Administration.open(folder.resolve("data"), Map.of(), Progress.silent());
    }

    @AfterAll
    static void close() {
        record.close();
    }

    @Test
    void isRaisedOnceAndClosesByItself() {
        TrustAlert alert = of("nut-1");
        for (int look = 0; look < 3; look++) {
            alert.on("quyết định số 5: không ghi được");
        }
        assertThat(alerts()).singleElement().satisfies(raised -> {
            assertThat(raised.kind()).isEqualTo("TRUST_NOT_TAKEN_UP");
            assertThat(raised.text()).contains("nut-1", "quyết định số 5");
        });
        alert.on("tệp hỏng");
        assertThat(alerts()).singleElement().satisfies(raised -> assertThat(raised.text())
                .contains("tệp hỏng")
                .doesNotContain("số 5"));
        alert.on("");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aRestartClosesWhatTheProcessBeforeRaisedAndAnotherMachinesStays() {
        of("nut-1").on("không ghi được");
        of("nut-2").on("không ghi được");
        of("nut-1").on("");
        assertThat(alerts()).singleElement().satisfies(raised -> assertThat(raised.text())
                .contains("nut-2"));
        of("nut-2").on("");
    }

    private TrustAlert of(String machine) {
        return new TrustAlert(work, Clock.systemUTC(), machine, folder.resolve("trust"));
    }

    private List<Alerts.Alert> alerts() {
        return work.inTransaction(transaction -> transaction.alerts().open(10));
    }
}
