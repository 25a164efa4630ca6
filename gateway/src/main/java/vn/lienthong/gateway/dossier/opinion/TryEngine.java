package vn.lienthong.gateway.dossier.opinion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * Whether the other engine works in this program at all: it is shown a file whose opinion is known before anybody relies on it,
 * which warms it up as well. An engine that sees no signatures where there are some objects to nothing, so while it fails the
 * trial it is not asked, and a person is told. So is one where all its threads stay busy with files that it cannot end.
 */
public final class TryEngine {

    private static final String KIND = "SECOND_OPINION_UNUSABLE";
    private static final String TEXT = "Bộ kiểm tra chữ ký thứ hai không dùng được trên máy này";
    private static final String STUCK = "mọi luồng đều bận hơn 10 phút với tệp mà nó không kiểm tra xong";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** Before documents are read again for an engine that had no room for one. */
    private static final Duration UNTIL_ROOM = Duration.ofMinutes(1);

    private final Supplier<Optional<String>> trial;
    private final UnitOfWork work;
    private final Clock clock;
    private boolean passed;
    private Instant next = Instant.MIN;
    private Instant noRoomUntil = Instant.MIN;
    private Instant noRoomSince = Instant.MAX;
    private boolean told;

    /** @param trial what is wrong with the engine; empty when nothing is */
    public TryEngine(Supplier<Optional<String>> trial, UnitOfWork work, Clock clock) {
        this.trial = trial;
        this.work = work;
        this.clock = clock;
    }

    /** Tries the engine where it has not passed yet, at most once in ten minutes. One thread at a time. */
    synchronized boolean ready() {
        Instant now = clock.instant();
        if (passed || now.isBefore(next)) {
            return passed && !now.isBefore(noRoomUntil);
        }
        Optional<String> fault = trial.get();
        passed = fault.isEmpty();
        next = now.plus(PAUSE);
        work.inTransaction(transaction -> {
            if (passed) {
                transaction.alerts().closeAll(KIND, TEXT, closing(now));
            } else {
                transaction.alerts().raiseOnce(alert(now, fault.orElseThrow(), "xem lại bản cài đặt"), TEXT);
            }
            return passed;
        });
        return passed;
    }

    /** It was not asked, since it is busy with other files; where that does not end, a person is told. */
    synchronized void noRoom() {
        Instant now = clock.instant();
        noRoomUntil = now.plus(UNTIL_ROOM);
        if (now.isBefore(noRoomSince)) {
            noRoomSince = now;
        }
        if (told || now.isBefore(noRoomSince.plus(PAUSE))) {
            return;
        }
        told = work.inTransaction(transaction -> {
            transaction.alerts().raiseOnce(alert(now, STUCK, "khởi động lại cổng"), TEXT);
            return true;
        });
    }

    /** It was asked. */
    synchronized void room() {
        noRoomSince = Instant.MAX;
        if (told) {
            told = false;
            Instant now = clock.instant();
            work.inTransaction(transaction -> transaction.alerts().closeAll(KIND, TEXT, closing(now)));
        }
    }

    private static Alerts.Closing closing(Instant now) {
        return new Alerts.Closing(now, "gateway", "bộ kiểm tra đã thử lại được");
    }

    private static Alerts.Alert alert(Instant now, String fault, String remedy) {
        return new Alerts.Alert(
                now,
                KIND,
                Optional.empty(),
                Optional.empty(),
                TEXT + ": " + fault + ". Văn bản vẫn được nhận, chưa có ý kiến thứ hai; hãy " + remedy + ".");
    }
}
