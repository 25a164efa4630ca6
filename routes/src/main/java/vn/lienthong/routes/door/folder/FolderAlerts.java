package vn.lienthong.routes.door.folder;

import java.time.Clock;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** What an operator is told about exchange folders. */
final class FolderAlerts {

    private static final String DOWN = "FOLDER_DOWN";

    private final UnitOfWork work;
    private final Clock clock;

    FolderAlerts(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    void down(String systemId, int failures, String error) {
        String text = start(systemId) + "không dùng được " + failures + " lần liền (" + error
                + "). Không có gì bị mất; cổng vẫn thử lại.";
        work.inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(clock.instant(), DOWN, Optional.empty(), Optional.empty(), text));
            return true;
        });
    }

    void usableAgain(String systemId) {
        Alerts.Closing closing = new Alerts.Closing(clock.instant(), "gateway", "đã dùng lại được");
        work.inTransaction(transaction -> transaction.alerts().closeAll(DOWN, start(systemId), closing));
    }

    private static String start(String systemId) {
        return "Thư mục trao đổi của " + systemId + ": ";
    }
}
