package vn.lienthong.routes.command.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Processor time of one thread for operations on things that are new each time: nothing can be remembered of them. The median of
 * several rounds; the things of a round are made before its clock runs.
 */
final class MeasureFresh {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Or the time for warming up: by then Java has compiled for good what it will. */
    private static final int WARM_RUNS = 8_000;

    private final int rounds;
    private final int each;
    private final Duration warmUp;
    private final Consumer<List<Integer>> warmed;

    /**
     * In rounds of one size.
     *
     * @param warmUp processor time of each operation before the first round; 0 for one run
     * @param warmed hears how often each operation was run by then, in their order
     */
    MeasureFresh(int rounds, int each, Duration warmUp, Consumer<List<Integer>> warmed) {
        this.rounds = rounds;
        this.each = each;
        this.warmUp = warmUp;
        this.warmed = warmed;
    }

    /** As warm, in rounds of another size. */
    MeasureFresh in(int otherRounds, int otherEach) {
        return new MeasureFresh(otherRounds, otherEach, warmUp, warmed);
    }

    /** Makes a new thing. */
    @FunctionalInterface
    interface Make<T> {
        T make() throws Exception;
    }

    /** An operation on a thing. */
    @FunctionalInterface
    interface Use<T> {
        void use(T thing) throws Exception;
    }

    /** The cost of each operation in microseconds, all on the same things, in the operations' order. */
    <T> double[] of(Make<T> make, List<Use<T>> uses) throws Exception {
        List<T> first = things(make);
        List<Integer> runs = new ArrayList<>();
        for (Use<T> use : uses) {
            runs.add(warm(first, use));
        }
        warmed.accept(runs);
        double[][] costs = new double[uses.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            List<T> things = things(make);
            for (int i = 0; i < costs.length; i++) {
                costs[i][round] = micros(things, uses.get(i));
            }
        }
        double[] medians = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            medians[i] = Median.of(costs[i]);
        }
        return medians;
    }

    private <T> List<T> things(Make<T> make) throws Exception {
        List<T> things = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            things.add(make.make());
        }
        return things;
    }

    private <T> int warm(List<T> things, Use<T> use) throws Exception {
        long end = THREADS.getCurrentThreadCpuTime() + warmUp.toNanos();
        int runs = 0;
        do {
            for (T thing : things) {
                use.use(thing);
                runs++;
            }
        } while (runs < WARM_RUNS && THREADS.getCurrentThreadCpuTime() < end);
        return runs;
    }

    private static <T> double micros(List<T> things, Use<T> use) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        for (T thing : things) {
            use.use(thing);
        }
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / things.size();
    }
}
