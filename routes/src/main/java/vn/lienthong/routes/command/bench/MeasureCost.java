package vn.lienthong.routes.command.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Times one operation by itself, on one thread, over and over: the median of several batches, once they have stopped getting
 * cheaper. How long Java takes until it has compiled an operation for good depends on the machine and on what else it does:
 * base64, for one, costs a hundredth once it has.
 */
final class MeasureCost {
    private static final int BATCHES = 5;
    /** By then Java has asked for what is short to be compiled; what is long, within the time. */
    private static final int WARM_RUNS = 20_000;

    /** So many batches in a row that are no cheaper than the best before them. */
    private static final int STEADY_BATCHES = 6;

    private static final int MOST_WARM_BATCHES = 30;
    private static final double CHEAPER = 0.9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long batchNanos;
    private final LongSupplier othersCpuNanos;

    /** An operation. */
    interface Work {
        void run() throws Exception;
    }

    private MeasureCost(Duration batch, LongSupplier othersCpuNanos) {
        this.batchNanos = batch.toNanos();
        this.othersCpuNanos = othersCpuNanos;
    }

    /** For work that this thread does alone. */
    static MeasureCost alone(Duration batch) {
        return new MeasureCost(batch, () -> 0);
    }

    /** For work that others do for this thread: their processor time counts too. It is told in steps of 10 ms. */
    static MeasureCost with(Duration batch, LongSupplier othersCpuNanos) {
        return new MeasureCost(batch, othersCpuNanos);
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
        long longest = MOST_WARM_BATCHES * batchNanos;
        for (int runs = 0; runs < WARM_RUNS && System.nanoTime() - begin < longest; runs++) {
            work.run();
        }
        double best = Double.MAX_VALUE;
        int steady = 0;
        for (int i = 0; i < MOST_WARM_BATCHES && steady < STEADY_BATCHES; i++) {
            double cpu = batch(work, batchNanos).cpuMicros();
            steady = cpu < CHEAPER * best ? 0 : steady + 1;
            best = Math.min(best, cpu);
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
