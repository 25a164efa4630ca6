package vn.lienthong.gateway.lasting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.record.EvidenceDays;

/**
 * Tells an operator that signed files, or days of evidence, wait for long: whenever some are late that nobody was told of, and
 * again a day after somebody closed it without cause; closed by itself when nothing is late any more.
 */
public final class LastingAlert {

    public static final String KIND = "SIGNATURE_UNSTAMPED";

    private static final String GATEWAY = "gateway";
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);
    private static final int CLOSED_LATELY = 200;

    private final LastingFiles files;
    private final EvidenceDays days;
    private final UnitOfWork work;
    private final Duration after;
    private final Duration grace;
    private final Clock clock;

    /**
     * Tells by some patience.
     *
     * @param after how long a timestamp may be waited for before an operator is told
     * @param grace how much longer where a file has its timestamp: newer revocation lists are waited for
     */
    public LastingAlert(
            LastingFiles files, EvidenceDays days, UnitOfWork work, Duration after, Duration grace, Clock clock) {
        this.files = files;
        this.days = days;
        this.work = work;
        this.after = after;
        this.grace = grace;
        this.clock = clock;
    }

    void tell() {
        Instant now = clock.instant();
        Instant before = now.minus(after);
        LastingFiles.Backlog backlog = files.backlog(grace, before);
        EvidenceDays.Late late = days.late(before);
        if (backlog.late() == 0 && late.days() == 0) {
            work.inTransaction(transaction ->
                    close(transaction.alerts(), now, "Hết nguyên nhân: không còn chữ ký hay ngày nào chờ quá lâu."));
            return;
        }
        Alerts.Alert alert =
                new Alerts.Alert(now, KIND, Optional.empty(), Optional.empty(), LateText.of(backlog, late));
        boolean untold = backlog.untold() > 0;
        work.inTransaction(transaction -> raise(transaction.alerts(), alert, untold));
        if (untold) {
            files.report(grace, before);
        }
    }

    /** Only noted as told afterwards: who dies in between tells it again, which an open one makes nothing of. */
    private boolean raise(Alerts alerts, Alerts.Alert alert, boolean untold) {
        List<Alerts.Alert> open = alerts.open(KIND, "");
        if (open.isEmpty() && !untold && closedLately(alerts, alert.at())) {
            return false;
        }
        boolean stale = open.stream().allMatch(one -> one.at().plus(after).isBefore(alert.at()));
        if (untold && stale) {
            close(alerts, alert.at(), "Có cảnh báo mới hơn thay: thêm chữ ký chờ quá lâu.");
        }
        alerts.raiseOnce(alert, "");
        return true;
    }

    private static int close(Alerts alerts, Instant now, String reason) {
        return alerts.closeAll(KIND, "", new Alerts.Closing(now, GATEWAY, reason));
    }

    /** Somebody saw to it, or thinks so. */
    private static boolean closedLately(Alerts alerts, Instant now) {
        return alerts.raised(true, CLOSED_LATELY).stream()
                .filter(raised -> raised.alert().kind().equals(KIND))
                .flatMap(raised -> raised.closing().stream())
                .anyMatch(closing -> !closing.actor().equals(GATEWAY)
                        && closing.at().plus(AGAIN_AFTER).isAfter(now));
    }
}
