package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.approval.SignBatch;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningLimits;

class SigningThreadsTest {

    @Test
    void anErrorOfTheMachineDoesNotEndTheSigningOfLaterBatches() throws InterruptedException {
        CountDownLatch tries = new CountDownLatch(3);
        SigningThreads threads = new SigningThreads(failing(tries), Duration.ofMillis(10));
        threads.start();
        try {
            assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.stop();
        }
    }

    /** On a record that brings the stack down whenever it is asked. */
    @SuppressWarnings("NullAway")
    private static SignBatch failing(CountDownLatch tries) {
        SigningBatches batches = (SigningBatches) Proxy.newProxyInstance(
                SigningBatches.class.getClassLoader(), new Class<?>[] {SigningBatches.class}, (proxy, method, args) -> {
                    tries.countDown();
                    throw new StackOverflowError("deep");
                });
        SigningLimits limits =
                new SigningLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(1), 1, 1, 1);
        return new SignBatch(batches, null, null, null, null, limits, Clock.systemUTC());
    }
}
