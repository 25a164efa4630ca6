package vn.lienthong.gateway.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;

/**
 * Fetches the timestamps that seals wait for: a step of its own, so that an authority that is slow or away stops neither
 * sealing nor traffic. A seal that waits for long is told to an operator, once for each time that the
 * authority is away; the alert closes by itself when they all have theirs.
 */
public final class StampSeals {

    private static final Logger LOG = LoggerFactory.getLogger(StampSeals.class);

    private static final String KIND = "TIMESTAMP_MISSING";

    /** As many calls at once as the authority of the Government Cipher Committee is known to bear. */
    private static final int AT_ONCE = 4;

    private final SealTimestamps timestamps;
    private final RequestTimestamp requesting;
    private final UnitOfWork work;
    private final ExecutorService calls;
    private final Clock clock;
    private final Patience patience;

    /**
     * How long to wait for what.
     *
     * @param lease an upper bound for one try at all authorities
     * @param firstRetry after the first failure, doubled each time
     * @param longestRetry the pause grows no longer
     * @param alertAfter how long a seal may be without its timestamp before an operator is told
     */
    public record Patience(Duration lease, Duration firstRetry, Duration longestRetry, Duration alertAfter) {

        /** How long to wait after so many failures. */
        public Duration pause(int failures) {
            Duration doubled = firstRetry.multipliedBy(1L << Math.min(failures, 20));
            return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        }
    }

    public StampSeals(
            SealTimestamps timestamps,
            RequestTimestamp requesting,
            UnitOfWork work,
            ExecutorService calls,
            Clock clock,
            Patience patience) {
        this.timestamps = timestamps;
        this.requesting = requesting;
        this.work = work;
        this.calls = calls;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Asks for what is due, a few at a time; returns how many got their timestamp. Where no authority is set any more, seals
     * go on waiting in silence: nobody asked for their timestamps.
     */
    public int stamp() throws InterruptedException {
        if (!requesting.hasAuthorities()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Future<Boolean>> running = new ArrayList<>();
        for (SealTimestamps.Waiting waiting : timestamps.takeDue(now, now.plus(patience.lease()), AT_ONCE)) {
            running.add(calls.submit(() -> stamp(waiting)));
        }
        int stamped = 0;
        try {
            for (Future<Boolean> call : running) {
                stamped += result(call) ? 1 : 0;
            }
        } finally {
            // Interrupted, the gateway is stopping: it must not wait for an authority.
            running.forEach(call -> call.cancel(true));
        }
        warn();
        return stamped;
    }

    private boolean stamp(SealTimestamps.Waiting waiting) throws InterruptedException {
        try {
            byte[] value = CmsAddition.signatureValue(waiting.seal().signature());
            timestamps.keep(waiting.id(), requesting.over(value), clock.instant());
            return true;
        } catch (TimestampFailed | CmsException fault) {
            String text = String.valueOf(fault.getMessage());
            LOG.info("seal {}: no timestamp yet, try {}: {}", waiting.id(), waiting.failures() + 1, text);
            timestamps.postpone(waiting.id(), clock.instant().plus(patience.pause(waiting.failures())), text);
            return false;
        }
    }

    private static boolean result(Future<Boolean> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException failed) {
            LOG.warn("timestamp: {}", String.valueOf(failed.getCause()));
            return false;
        }
    }

    private void warn() {
        SealTimestamps.Backlog backlog = timestamps.backlog();
        Instant now = clock.instant();
        boolean late = backlog.oldest()
                .filter(oldest -> oldest.plus(patience.alertAfter()).isBefore(now))
                .isPresent();
        if (backlog.reported()) {
            return;
        }
        work.inTransaction(transaction -> {
            int closed = transaction.alerts().closeAll(KIND, "", over(now));
            if (late) {
                transaction
                        .alerts()
                        .raise(new Alerts.Alert(now, KIND, Optional.empty(), Optional.empty(), text(backlog)));
            }
            return closed;
        });
        if (late) {
            timestamps.report();
        }
    }

    /** What was told of is over once none of those seals waits any more, whichever node stamped them. */
    private static Alerts.Closing over(Instant now) {
        return new Alerts.Closing(now, "gateway", "Hết nguyên nhân: các niêm phong đã nêu đều đã có dấu thời gian.");
    }

    private static String text(SealTimestamps.Backlog backlog) {
        return backlog.waiting() + " niêm phong chưa có dấu thời gian, lâu nhất từ "
                + backlog.oldest().orElseThrow()
                + " (" + backlog.fault() + "). Văn bản vẫn đi bình thường; hãy kiểm tra timestamp.url, đường mạng và"
                + " chứng thư gốc của nơi cấp dấu thời gian (admin trust add).";
    }
}
