package vn.lienthong.routes.link;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** What an operator is told about neighbours. */
public final class NeighbourAlerts {

    private static final String DOWN = "NEIGHBOUR_DOWN";
    private static final String STUCK = "NEIGHBOUR_ITEM_STUCK";
    private static final String TOO_LONG = "NEIGHBOUR_LIST_TOO_LONG";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final int DAY_LENGTH = "dd/MM/uuuu".length();

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

    /** Tells of days that could not be read; what was said of those that are read by now is over. */
    void listed(String systemId, MessageKind kind, NeighbourWire.Received received) {
        if (received.read().isEmpty() && received.tooLong().isEmpty()) {
            return;
        }
        String list = listOf(systemId, kind);
        Alerts.Closing closing = new Alerts.Closing(clock.instant(), "gateway", "đã đọc được danh sách của ngày này");
        work.inTransaction(transaction -> {
            Alerts alerts = transaction.alerts();
            received.tooLong().stream()
                    .map(day -> ofDay(list, day))
                    .forEach(day -> alerts.raiseOnce(tooLong(day), day));
            List<Alerts.Alert> open = alerts.open(TOO_LONG, list);
            received.read().stream()
                    .map(day -> ofDay(list, day))
                    .filter(day -> open.stream().anyMatch(alert -> alert.text().startsWith(day)))
                    .forEach(day -> alerts.closeAll(TOO_LONG, day, closing));
            return true;
        });
    }

    /** Days that an operator was told of as too long and that were not read since, until somebody closes what was said of them. */
    public Set<LocalDate> unread(String systemId, MessageKind kind) {
        String list = listOf(systemId, kind);
        return work.reading(transaction -> transaction.alerts().open(TOO_LONG, list)).stream()
                .flatMap(alert -> day(alert.text().substring(list.length())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), DAY_LENGTH)), DAY));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static String listOf(String systemId, MessageKind kind) {
        return start(systemId) + "danh sách " + NeighbourWire.wireName(kind) + " ngày ";
    }

    private static String ofDay(String list, LocalDate day) {
        return list + DAY.format(day) + " ";
    }

    private Alerts.Alert tooLong(String day) {
        String text = day + "quá dài nên chưa đọc được; các ngày khác vẫn được lấy. Hãy tăng outbound.longest-answer:"
                + " chừng nào cảnh báo này còn mở, ngày này vẫn được hỏi lại, dù đã xa hơn provincial.look-back.";
        return new Alerts.Alert(clock.instant(), TOO_LONG, Optional.empty(), Optional.empty(), text);
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
