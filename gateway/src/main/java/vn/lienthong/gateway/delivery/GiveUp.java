package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** Ends the tries of a copy that cannot be brought: nothing is lost, an operator is told and may send it anew. */
final class GiveUp {

    private GiveUp() {}

    /** Empty when somebody else moved the delivery first. */
    static Optional<Delivery> on(Transaction transaction, Delivery delivery, String detail, Instant now) {
        Optional<Delivery> moved = MoveDelivery.move(
                transaction,
                delivery,
                DeliveryEvent.EXHAUST,
                DeliveryChange.because(detail),
                Optional.of(EvidenceEvent.CONTENT_HANDOVER_FAILURE),
                "gateway",
                now);
        moved.filter(after -> after.state() == DeliveryState.DEAD).ifPresent(after -> transaction
                .alerts()
                .raise(new Alerts.Alert(
                        now,
                        AlertsOver.DEAD,
                        Optional.of(after.dossier()),
                        Optional.of(after.id()),
                        "Không giao được văn bản cho " + after.code().text() + " sau " + after.attempts()
                                + " lần thử (" + detail
                                + "). Văn bản vẫn được giữ; sửa nguyên nhân rồi bấm Gửi lại.")));
        return moved;
    }
}
