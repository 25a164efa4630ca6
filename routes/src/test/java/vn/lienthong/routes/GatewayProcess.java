package vn.lienthong.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.lienthong.routes.platform.ReadyCluster;

/**
 * A gateway in a process of its own, started by its command line on free ports, to be used, killed and started again on the
 * same data. {@code close} leaves nothing running, not even the database server that a kill leaves behind.
 */
public final class GatewayProcess implements AutoCloseable {
    /** Generous: the machine that tests is often busy with something else. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** In place of a command: a gateway that trusts development certificates. */
    public static final String DEVELOPMENT = "development";

    private final Path data;
    private final List<String> command;
    private final int consolePort;
    private final int axisPort;
    private final int servicesPort;
    private Process process;

    private GatewayProcess(Path data, List<String> command, int consolePort, int axisPort, int servicesPort) {
        this.data = data;
        this.command = command;
        this.consolePort = consolePort;
        this.axisPort = axisPort;
        this.servicesPort = servicesPort;
        this.process = launch();
    }

    /** Starts {@code serve}; settings as after {@code --set}, such as {@code axis.max-header-size}. */
    public static GatewayProcess start(Path data, Map<String, String> settings) {
        return start("serve", data, settings);
    }

    /** Starts {@code serve} on a database that is made already, for tests that are not about first starts. */
    public static GatewayProcess startReady(Path data, Map<String, String> settings) {
        ReadyCluster.layInto(data);
        return start(data, settings);
    }

    /** Starts a command that stays up, {@code serve} or {@code demo}. */
    public static GatewayProcess start(String command, Path data, Map<String, String> settings) {
        if (command.equals(DEVELOPMENT) && !settings.containsKey("database.url")) {
            ReadyCluster.layInto(data);
        }
        return start(CommandRun.java(List.of(command)), data, settings);
    }

    /** Starts {@code serve} of a packaged program, such as that of an earlier version. */
    public static GatewayProcess startJar(Path jar, Path data, Map<String, String> settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(List.of(java, "-Xmx768m", "-jar", jar.toString(), "serve"), data, settings);
    }

    static GatewayProcess start(List<String> program, Path data, Map<String, String> settings) {
        int consolePort = FreePorts.next();
        int axisPort = FreePorts.next();
        int servicesPort = FreePorts.next();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("console.port", String.valueOf(consolePort));
        all.put("axis.port", String.valueOf(axisPort));
        all.put("services.port", String.valueOf(servicesPort));
        // Unpacked once for all tests of a build.
        all.put(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        all.putAll(settings);
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--data", data.toString()));
        all.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        return new GatewayProcess(data, List.copyOf(command), consolePort, axisPort, servicesPort);
    }

    /** Returns when the gateway says it is healthy. Fails with its last words when it ends before. */
    public GatewayProcess awaitReady() {
        try {
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || isHealthy());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("gateway not ready after " + LIMIT + ":\n" + output(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("gateway ended with " + process.exitValue() + ":\n" + output());
        }
        return this;
    }

    /** Returns while it still starts: it has the data folder, and has begun to make its database. */
    public void awaitTakenFolder() {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || Files.exists(mark().resolveSibling("PG_VERSION")));
    }

    /** Waits for the process to end by itself. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("gateway still runs after " + LIMIT + ":\n" + output());
        }
        return process.exitValue();
    }

    /** As a power cut would: no shutdown hook runs ({@code kill -9}). */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator would: SIGTERM, and wait for the end. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Starts it again on the same data and ports, first killing it where it still runs. */
    public GatewayProcess restart() throws InterruptedException {
        kill();
        process = launch();
        return this;
    }

    public URI console(String path) {
        return URI.create("http://127.0.0.1:" + consolePort + path);
    }

    public URI axis(String path) {
        return URI.create("http://127.0.0.1:" + axisPort + path);
    }

    public URI services(String path) {
        return URI.create("http://127.0.0.1:" + servicesPort + path);
    }

    public Path data() {
        return data;
    }

    /** A connection to the gateway's own database, as the gateway's user. */
    public Connection database() throws SQLException, IOException {
        String port = Files.readAllLines(mark()).get(3).strip();
        String password = Files.readString(data.resolve("secrets").resolve("postgres"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/lienthong", "lienthong", password);
    }

    /** All the process has printed, over all its starts. */
    public String output() {
        try {
            return Files.readString(outputFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The embedded database server, which outlives a killed gateway. */
    public Optional<ProcessHandle> databaseServer() throws IOException {
        return Files.exists(mark())
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(mark()).getFirst().strip()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        awaitEnd(process.toHandle());
        Optional<ProcessHandle> orphan = databaseServer();
        if (orphan.isPresent()) {
            new ProcessBuilder("kill", "-INT", String.valueOf(orphan.get().pid())).start();
            awaitEnd(orphan.get());
        }
    }

    /** Looks, rather than be told: that would need a thread of the common pool, which other tests may all hold. */
    private static void awaitEnd(ProcessHandle process) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive());
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            Files.writeString(outputFile(), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(outputFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(console("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path mark() {
        return data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    }

    private Path outputFile() {
        return data.resolveSibling(data.getFileName() + ".out");
    }
}
