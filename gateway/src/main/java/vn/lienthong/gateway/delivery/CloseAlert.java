package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** A person has seen to an alert. It stays on record with actor and reason, and in the story of its dossier. */
public final class CloseAlert {

    private final UnitOfWork work;
    private final Clock clock;

    public CloseAlert(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Closes an alert.
     *
     * @return false when it is not open
     */
    public boolean close(long id, String actor, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: what was done about the alert)");
        }
        return work.inTransaction(transaction -> {
            Instant now = clock.instant();
            Optional<Alerts.Alert> closed = transaction.alerts().close(id, new Alerts.Closing(now, actor, reason));
            closed.ifPresent(alert -> tell(transaction, alert, actor, reason, now));
            return closed.isPresent();
        });
    }

    private static void tell(Transaction transaction, Alerts.Alert alert, String actor, String reason, Instant now) {
        String detail = Facts.with("alert", alert.text()).and("reason", reason).json();
        alert.dossier()
                .ifPresent(dossier ->
                        transaction.entries().append(dossier, now, EvidenceEvent.ALERT_CLOSED, actor, detail));
    }
}
