package vn.lienthong.routes.command.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Times one operation by itself, on one thread, over and over: the median of several batches after a warm-up. */
final class MeasureCost {
    private static final int BATCHES = 5;
    /** By then the JIT has compiled what is short; what is long has been compiled within the time. */
    private static final int WARM_RUNS = 6_000;

    private static final int MOST_WARMING = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long batchNanos;
    private final long warmNanos;
    private final LongSupplier othersCpuNanos;

    /** An operation. */
    interface Work {
        void run() throws Exception;
    }

    private MeasureCost(Duration batch, Duration warming, LongSupplier othersCpuNanos) {
        this.batchNanos = batch.toNanos();
        this.warmNanos = warming.toNanos();
        this.othersCpuNanos = othersCpuNanos;
    }

    /** For work that this thread does alone. */
    static MeasureCost alone(Duration batch) {
        return new MeasureCost(batch, batch.multipliedBy(2), () -> 0);
    }

    /** For work that others do for this thread: their processor time counts too. It is told in steps of 10 ms. */
    static MeasureCost with(Duration batch, LongSupplier othersCpuNanos) {
        return new MeasureCost(batch, batch, othersCpuNanos);
    }

    Cost of(Work work) throws Exception {
        warm(work);
        double[] wall = new double[BATCHES];
        double[] cpu = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            Cost cost = batch(work, batchNanos);
            wall[i] = cost.wallMicros();
            cpu[i] = cost.cpuMicros();
        }
        return new Cost(Median.of(wall), Median.of(cpu));
    }

    private void warm(Work work) throws Exception {
        long begin = System.nanoTime();
        long elapsed = 0;
        for (int runs = 0; elapsed < warmNanos || (runs < WARM_RUNS && elapsed < MOST_WARMING * warmNanos); runs++) {
            work.run();
            elapsed = System.nanoTime() - begin;
        }
    }

    private Cost batch(Work work, long nanos) throws Exception {
        long others = othersCpuNanos.getAsLong();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long count = 0;
        long elapsed;
        do {
            work.run();
            count++;
            elapsed = System.nanoTime() - begin;
        } while (elapsed < nanos);
        long spent = THREADS.getCurrentThreadCpuTime() - cpu + othersCpuNanos.getAsLong() - others;
        return new Cost(elapsed / 1e3 / count, spent / 1e3 / count);
    }
}
