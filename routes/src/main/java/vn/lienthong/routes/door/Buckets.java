package vn.lienthong.routes.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Token buckets by name: full at first, refilled evenly over a minute. As many names as are allowed are remembered, and none
 * longer than it could matter.
 */
final class Buckets {

    private final Cache<String, Sized> buckets;
    private final TimeMeter time;

    Buckets(int tracked, TimeMeter time) {
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(tracked)
                .expireAfterAccess(CallLimits.MEMORY)
                .ticker(time::currentTimeNanos)
                .build();
    }

    private record Sized(int perMinute, Bucket bucket) {}

    /** Draws once; where the bucket is empty, says after how long there is something in it again. */
    Optional<Duration> draw(String name, int perMinute) {
        ConsumptionProbe probe = bucket(name, perMinute).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The same without drawing. */
    Optional<Duration> look(String name, int perMinute) {
        if (buckets.getIfPresent(name) == null) {
            return Optional.empty();
        }
        long nanos = bucket(name, perMinute).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /** One whose number was changed begins anew. */
    private Bucket bucket(String name, int perMinute) {
        Sized sized = buckets.asMap()
                .compute(
                        name,
                        (key, known) -> known != null && known.perMinute() == perMinute
                                ? known
                                : new Sized(perMinute, full(perMinute)));
        return Objects.requireNonNull(sized).bucket();
    }

    private Bucket full(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
