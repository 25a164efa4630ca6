package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * Alerts that tell of the state a copy is in, and close by themselves when it leaves that state: an operator's list holds
 * what is still so.
 */
final class AlertsOver {

    /** No more tries are made. */
    static final String DEAD = "DELIVERY_DEAD";

    /** The recipient's system reports failures. */
    static final String COLLECTOR_FAILS = "COLLECTOR_FAILS";

    private static final String ACTOR = "gateway";
    private static final String REASON =
            "Hết nguyên nhân: bản gửi đã được gửi lại, đã giao, đã đổi nơi nhận hoặc đã kết thúc.";

    private AlertsOver() {}

    /** Closes what the move ends. Most moves end nothing, and ask no store. */
    static List<Alerts.Alert> close(Transaction transaction, Delivery before, Delivery after, Instant now) {
        Set<String> over = over(before, after);
        return over.isEmpty()
                ? List.of()
                : transaction.alerts().closeAbout(before.id(), over, new Alerts.Closing(now, ACTOR, REASON));
    }

    private static Set<String> over(Delivery before, Delivery after) {
        Set<String> over = new HashSet<>();
        if (before.state() == DeliveryState.DEAD) {
            over.add(DEAD);
        }
        if (before.failures() > 0
                && (after.state().isFinal() || !after.systemId().equals(before.systemId()))) {
            over.add(COLLECTOR_FAILS);
        }
        return over;
    }

    /** Notes the closed ones in the story of the dossier. */
    static void tell(Transaction transaction, Delivery delivery, List<Alerts.Alert> closed, Instant now) {
        for (Alerts.Alert alert : closed) {
            String detail =
                    Facts.with("alert", alert.text()).and("reason", REASON).json();
            transaction.entries().append(delivery.dossier(), now, EvidenceEvent.ALERT_CLOSED, ACTOR, detail);
        }
    }
}
