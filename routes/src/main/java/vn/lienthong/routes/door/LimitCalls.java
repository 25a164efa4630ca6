package vn.lienthong.routes.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Keeps callers to their share, at all doors together. A system has so many calls a minute. An address whose calls are refused
 * too often is not listened to for a while: nothing is read, checked or written down for it. Only a system that was let in from
 * there not long ago still gets through, so that a neighbour behind the same address does not shut it out.
 */
public final class LimitCalls {

    /** How long it is remembered that a system came from an address. */
    private static final Duration FAMILIAR = Duration.ofHours(1);

    private final CallLimits limits;
    private final Unwritten unwritten;
    private final Buckets systems;
    private final Buckets addresses;
    private final Cache<String, Boolean> familiar;

    public LimitCalls(CallLimits limits, Unwritten unwritten) {
        this(limits, unwritten, TimeMeter.SYSTEM_NANOTIME);
    }

    LimitCalls(CallLimits limits, Unwritten unwritten, TimeMeter time) {
        this.limits = limits;
        this.unwritten = unwritten;
        this.systems = new Buckets(limits.tracked(), time);
        this.addresses = new Buckets(limits.tracked(), time);
        this.familiar = Caffeine.newBuilder()
                .maximumSize(limits.tracked())
                .expireAfterWrite(FAMILIAR)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * A call is to be answered with this, and not be looked into.
     *
     * @param retryAfter when it makes sense to come again
     */
    public record Limited(Finding finding, Duration retryAfter) {

        /** For the header of that name, whole seconds (RFC 9110 §10.2.3). */
        public String retryAfterSeconds() {
            return Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
    }

    /**
     * Before anything of a call is checked.
     *
     * @param claimed whom the call says it is from, in any words; empty where it says nothing
     */
    public Optional<Limited> beforeCheck(String remote, String claimed) {
        String block = CallerAddress.block(remote);
        Optional<Duration> shut = addresses.look(block, limits.refusedPerMinute());
        if (shut.isEmpty() || familiar.getIfPresent(name(block, claimed)) != null) {
            return Optional.empty();
        }
        unwritten.count(Unwritten.Why.ADDRESS, block);
        String text = "quá " + limits.refusedPerMinute()
                + " lời gọi bị từ chối trong một phút từ địa chỉ này (expected: gọi lại sau, với thông tin đúng)";
        return Optional.of(limited("remote", text, shut.get()));
    }

    /**
     * Before a body is read that says who calls: from an address that is not listened to, only where a system was let in from
     * there not long ago; what the body says is then checked by {@link #beforeCheck}.
     */
    public Optional<Limited> beforeReading(String remote) {
        return familiar.getIfPresent(CallerAddress.block(remote)) == null ? beforeCheck(remote, "") : Optional.empty();
    }

    /** A call from there was not let in. */
    public void refused(String remote) {
        addresses.draw(CallerAddress.block(remote), limits.refusedPerMinute());
    }

    /**
     * A call of a system that is known; it counts.
     *
     * @param claimed as before the check
     */
    public Optional<Limited> call(Caller caller, String remote, String claimed) {
        if (!claimed.isEmpty()) {
            familiar.put(name(CallerAddress.block(remote), claimed), true);
            familiar.put(CallerAddress.block(remote), true);
        }
        int perMinute = caller.limits().callsPerMinute().orElse(limits.callsPerMinute());
        return systems.draw(caller.systemId(), perMinute).map(wait -> {
            unwritten.count(Unwritten.Why.SYSTEM, caller.systemId());
            String text =
                    "hệ thống đã gọi " + perMinute + " lần trong một phút (expected: không quá số này, gọi lại sau)";
            return limited("system", text, wait);
        });
    }

    private static Limited limited(String where, String text, Duration wait) {
        return new Limited(Finding.error(ErrorCode.TOO_MANY_CALLS, where, text), wait);
    }

    private static String name(String block, String claimed) {
        return block + " " + claimed;
    }
}
