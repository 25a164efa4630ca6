package vn.lienthong.gateway.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several hands at the same moment. */
public final class Together {

    private Together() {}

    /** Runs the tasks at the same moment, and answers in their order. */
    public static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Future<T>> running = new ArrayList<>();
        List<T> done = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(tasks.size())) {
            for (Callable<T> task : tasks) {
                running.add(pool.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            for (Future<T> one : running) {
                done.add(one.get());
            }
        }
        return done;
    }

    /** The same task by several hands. */
    public static <T> List<T> times(int hands, Callable<T> task) throws Exception {
        return run(Collections.nCopies(hands, task));
    }
}
