package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** One alert an episode: raised when the clocks drift apart, closed by itself when they agree again. */
final class SkewAlert {

    static final String KIND = "CLOCK_SKEW";

    private static final Logger LOG = LoggerFactory.getLogger(SkewAlert.class);

    private final UnitOfWork work;
    private final Clock clock;
    private final String about;
    private Optional<Boolean> raised = Optional.empty();

    SkewAlert(UnitOfWork work, Clock clock, String machine) {
        this.work = work;
        this.clock = clock;
        this.about = "Đồng hồ máy " + machine + " lệch";
    }

    /** Takes note of a measurement. At the first one an alert may still be open that an earlier process raised. */
    void on(Duration skew) {
        boolean apart = skew.abs().compareTo(FollowDatabaseClock.MOST_SKEW) > 0;
        if (raised.equals(Optional.of(apart))) {
            return;
        }
        Instant now = clock.instant();
        work.inTransaction(transaction -> {
            int closed = transaction.alerts().closeAll(KIND, about, over(now));
            if (apart) {
                transaction.alerts().raise(alert(skew, now));
            }
            return closed;
        });
        if (apart) {
            LOG.warn("wall clock: {} ms from the database's (expected: at most 2 s)", -skew.toMillis());
        } else if (raised.isPresent()) {
            LOG.info("wall clock: agrees with the database's again");
        }
        raised = Optional.of(apart);
    }

    private static Alerts.Closing over(Instant now) {
        return new Alerts.Closing(now, "gateway", "Đo lại: đồng hồ đã khớp hoặc độ lệch đã khác.");
    }

    private Alerts.Alert alert(Duration skew, Instant now) {
        String text = about + " " + skew.abs().toMillis() + " ms so với cơ sở dữ liệu: hãy đồng bộ NTP cả hai máy.";
        return new Alerts.Alert(now, KIND, Optional.empty(), Optional.empty(), text);
    }
}
