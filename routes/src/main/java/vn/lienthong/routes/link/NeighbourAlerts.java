package vn.lienthong.routes.link;

import java.time.Clock;
import java.util.Optional;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** What an operator is told about neighbours. */
public final class NeighbourAlerts {

    private static final String DOWN = "NEIGHBOUR_DOWN";
    private static final String STUCK = "NEIGHBOUR_ITEM_STUCK";

    private final UnitOfWork work;
    private final Clock clock;

    public NeighbourAlerts(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    void down(String systemId, int failures, String error) {
        raise(
                DOWN,
                start(systemId) + "không lấy được văn bản đến, " + failures + " lần liền (" + error
                        + "). Cổng vẫn thử lại; kiểm tra bằng lệnh admin neighbour test " + systemId + ".");
    }

    /** The neighbour answers again: what was said of it is over. */
    void reachedAgain(String systemId) {
        Alerts.Closing closing = new Alerts.Closing(clock.instant(), "gateway", "đã liên lạc lại được");
        work.inTransaction(transaction -> transaction.alerts().closeAll(DOWN, start(systemId), closing));
    }

    void stuck(String systemId, NeighbourRounds.Item item, int failures, String error) {
        raise(
                STUCK,
                start(systemId) + "mục " + item.docId() + " chưa nhận được sau " + failures + " lần (" + error
                        + "). Văn bản vẫn nằm ở đó và được thử lại; hãy liên hệ quản trị bên đó.");
    }

    private void raise(String kind, String text) {
        work.inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(clock.instant(), kind, Optional.empty(), Optional.empty(), text));
            return true;
        });
    }

    private static String start(String systemId) {
        return "Láng giềng " + systemId + ": ";
    }
}
