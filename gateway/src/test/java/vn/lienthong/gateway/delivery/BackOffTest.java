package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BackOffTest {

    private static final DeliverySettings SETTINGS = DeliverySettings.defaults();

    @Property(tries = 500)
    void theDelayDoublesUpToTheLongestAndHalfOfItIsChance(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int attempts, @ForAll long seed) {
        Duration delay = new BackOff(SETTINGS, new Random(seed)).after(attempts);
        long full = Math.min(
                SETTINGS.longestDelay().toMillis(),
                SETTINGS.firstDelay().toMillis() * (1L << Math.min(attempts - 1, 30)));
        assertThat(delay.toMillis()).isBetween(full / 2, full);
    }
}
