package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.routes.command.demo.BenchWorld;
import vn.lienthong.routes.link.AxisClient;

/** Sends documents through the axis door, each thread one after the other, and takes the time. */
final class Drive implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final BenchGateway gateway;
    private final int threads;
    private final ExecutorService workers;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AxisClient client;

    Drive(BenchGateway gateway, String secret, int threads, Clock clock) {
        this.gateway = gateway;
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads);
        this.client = new AxisClient(http, gateway.axis(), BenchWorld.SENDING_SYSTEM, secret, TIMEOUT, clock);
    }

    /**
     * Sends all of them and waits for every answer.
     *
     * @throws BenchFailed when the gateway refuses one, or cannot be reached
     */
    Round send(List<AxisClient.File> files) throws InterruptedException {
        long[] latency = new long[files.size()];
        AtomicInteger next = new AtomicInteger();
        double gatewayCpu = micros(gateway.cpu());
        double databaseCpu = micros(gateway.databaseCpu());
        double senderCpu = micros(ownCpu());
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(workers.submit(() -> {
                for (int n = next.getAndIncrement(); n < latency.length; n = next.getAndIncrement()) {
                    latency[n] = send(files.get(n));
                }
                return null;
            }));
        }
        await(running);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Round(
                files.size(),
                seconds,
                latency,
                micros(gateway.cpu()) - gatewayCpu,
                micros(gateway.databaseCpu()) - databaseCpu,
                micros(ownCpu()) - senderCpu);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        http.close();
    }

    private long send(AxisClient.File file) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        AxisClient.Answer answer = client.send(BenchWorld.SENDER.text(), "edoc", List.of(), file);
        if (!answer.isOk()) {
            throw new BenchFailed("cổng từ chối: " + answer.errorCode() + " " + answer.errorDescription());
        }
        return System.nanoTime() - begin;
    }

    private static void await(List<Future<?>> running) throws InterruptedException {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof BenchFailed refused
                        ? refused
                        : new BenchFailed("gửi không được: " + e.getCause(), e);
            }
        }
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }
}
