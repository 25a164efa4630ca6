package vn.lienthong.routes.command.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.routes.LienThong;

/** A gateway in a child process, its database server in another; both are asked how much processor time they have used. */
final class BenchGateway implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final int port;

    private BenchGateway(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts it on a data folder and returns when its axis door is open.
     *
     * @param options of the child's Java, such as {@code -Xmx512m}
     * @throws BenchFailed when it ends before
     */
    static BenchGateway start(Path data, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LienThong.class.getName()));
        command.addAll(List.of("bench-gateway", "--data", data.toString()));
        Path log = data.resolve("bench-gateway.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(BenchGatewayCommand.READY)) {
                int port = Integer.parseInt(line.substring(BenchGatewayCommand.READY.length()));
                return new BenchGateway(process, data, port);
            }
        }
        process.destroyForcibly();
        throw new BenchFailed("cổng không khởi động được: "
                + Files.readString(log, StandardCharsets.UTF_8).strip());
    }

    URI axis() {
        return URI.create("http://127.0.0.1:" + port + "/XrdAdapter/adapter");
    }

    long pid() {
        return process.pid();
    }

    /** Processor time of the gateway's own process. */
    Duration cpu() {
        return cpu(process.toHandle());
    }

    /** Processor time of the database server and of the processes that serve its connections now. */
    Duration databaseCpu() {
        ProcessHandle server = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(BenchGateway::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Its database, as it sees it. */
    Jdbi database() throws IOException {
        String password = Files.readString(data.resolve("secrets").resolve("postgres"), StandardCharsets.US_ASCII);
        return Jdbi.create(
                "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/lienthong", "lienthong", password.strip());
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A line of the server's own mark: process id, folder, start, port. */
    private String postmaster(int line) {
        Path mark = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        try {
            return Files.readAllLines(mark, StandardCharsets.UTF_8).get(line).strip();
        } catch (IOException e) {
            throw new BenchFailed("cơ sở dữ liệu của cổng không chạy", e);
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
