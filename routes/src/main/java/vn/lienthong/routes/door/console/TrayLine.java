package vn.lienthong.routes.door.console;

import java.time.Instant;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.TrayStage;

/**
 * One document in the list.
 *
 * @param today whether it came today
 * @param overdue whether the day on which it had to be accepted or refused is over (QĐ 28/2018/QĐ-TTg)
 */
record TrayLine(TrayItem item, boolean today, boolean overdue) {

    static TrayLine of(TrayItem item, Instant now) {
        boolean today = !item.arrivedAt().isBefore(Times.startOfDay(now));
        return new TrayLine(item, today, !today && item.stage() == TrayStage.NEW);
    }
}
