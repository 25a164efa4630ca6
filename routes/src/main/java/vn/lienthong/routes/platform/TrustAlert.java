package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** One alert while this node does not trust as was decided: raised when that begins or its reason changes, closed when it is over. */
final class TrustAlert {

    static final String KIND = "TRUST_NOT_TAKEN_UP";

    private final UnitOfWork work;
    private final Clock clock;
    private final String about;
    private Optional<String> noted = Optional.empty();

    TrustAlert(UnitOfWork work, Clock clock, String machine, Path folder) {
        this.work = work;
        this.clock = clock;
        this.about = "Máy " + machine + ": kho tin cậy " + folder + " chưa theo kịp: ";
    }

    /**
     * Takes note of a look. At the first one an alert may still be open that an earlier process raised.
     *
     * @param reason what stands in the way; empty when nothing does
     */
    void on(String reason) {
        if (noted.equals(Optional.of(reason))) {
            return;
        }
        Instant now = clock.instant();
        work.inTransaction(transaction -> {
            int closed = transaction.alerts().closeAll(KIND, about, over(now));
            if (!reason.isEmpty()) {
                transaction.alerts().raise(alert(reason, now));
            }
            return closed;
        });
        noted = Optional.of(reason);
    }

    private static Alerts.Closing over(Instant now) {
        return new Alerts.Closing(now, "gateway", "Kho tin cậy đã theo kịp, hoặc lý do đã khác.");
    }

    private Alerts.Alert alert(String reason, Instant now) {
        String todo = ". Kiểm tra quyền ghi, bỏ tệp hỏng ra khỏi thư mục; máy tự thử lại vài giây một lần.";
        return new Alerts.Alert(now, KIND, Optional.empty(), Optional.empty(), about + reason + todo);
    }
}
