package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.FreePorts;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.link.AxisClient;

/**
 * Two nodes on one PostgreSQL and one Artemis, renewed one after the other under load. Both are of this program: that shows that
 * nodes share the work, come and go, and lose and double nothing. That an <em>earlier</em> program lives on this one's schema is shown
 * only where {@code -Dlienthong.older.jar} ({@code OLDER_JAR} of {@code .ci/run}) names a packaged one; that steps of the schema allow it,
 * the second test and the reading of the steps' SQL show.
 */
@Beside
@Tag("ci")
final class TwoNodesTest {
    private static final int LETTERS = 20;

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> pushed = new ConcurrentLinkedQueue<>();
    private final int brokerPort = FreePorts.next();
    private HttpServer receiver;
    private DataFolder elsewhere;
    private EmbeddedDatabase database;
    private ExternalBroker broker;

    @BeforeEach
    void startStores() throws Exception {
        elsewhere = DataFolder.open(folder.resolve("elsewhere"));
        Map<String, String> binaries = Map.of(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString(),
                "database.pool-size",
                "80");
        database = EmbeddedDatabase.start(
                elsewhere, ConfigurationReader.read(elsewhere.root(), binaries).database(), Progress.silent());
        broker = ExternalBroker.start(folder.resolve("artemis"), brokerPort);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/in", this::take);
        receiver.start();
    }

    @AfterEach
    void stopStores() throws Exception {
        receiver.stop(0);
        broker.close();
        database.close();
        elsewhere.close();
    }

    @Test
    void oneNodeAfterTheOtherIsRenewedAndNothingIsLostOrDoubled() throws Exception {
        Path first = folder.resolve("first");
        try (GatewayProcess old = older(first)) {
            old.awaitReady();
            String sending = added(first, "gui", "G22", List.of());
            String collecting = added(first, "nhan", "H01", List.of());
            added(
                    first,
                    "day",
                    "H53",
                    List.of(
                            "--push",
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in"));
            send(old, sending, 1, "H01", "H53");

            Path second = folder.resolve("second");
            copySecrets(first, second);
            try (GatewayProcess renewed = GatewayProcess.start(second, settings())) {
                renewed.awaitReady();
                // Both versions on the schema of the newer one.
                send(old, sending, 2, "H01", "H53");
                send(renewed, sending, 3, "H01", "H53");
                old.stop();
                send(renewed, sending, 4, "H01", "H53");
                // An older program may also start on it, where it has to come back.
                old.restart().awaitReady();
                send(old, sending, 5, "H01", "H53");

                Map<String, Set<String>> names = new TreeMap<>();
                await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
                    collect(client(old, "nhan", collecting), names);
                    collect(client(renewed, "nhan", collecting), names);
                    assertThat(names).hasSize(5 * LETTERS);
                    assertThat(pushed).hasSizeGreaterThanOrEqualTo(5 * LETTERS);
                });
                assertThat(names.values()).as("one copy each").allSatisfy(ids -> assertThat(ids)
                        .hasSize(1));
                assertThat(pushed).as("pushed once each").doesNotHaveDuplicates();
                CommandRun check = admin(second, "evidence", "check");
                assertThat(check.output()).contains("chứng cứ nguyên vẹn");
            }
        }
    }

    @Test
    void aProgramDoesNotStartOnASchemaThatIsNotForIt() throws Exception {
        Path data = folder.resolve("first");
        try (GatewayProcess gateway = GatewayProcess.start(data, settings())) {
            gateway.awaitReady();
            gateway.stop();
            Jdbi jdbi = Jdbi.create(
                    database.address().url(),
                    database.address().user(),
                    database.address().password());
            jdbi.useHandle(
                    handle -> handle.execute(
                            """
                    insert into flyway_schema_history
                      (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'from later', 'SQL', 'V9999__from_later.sql', 1, 'x', 1, true)
                    """));
            gateway.restart().awaitReady();
            gateway.stop();
            jdbi.useHandle(handle -> handle.execute("update schema_mark set oldest_step = 9999"));
            assertThat(gateway.restart().awaitExit()).isEqualTo(1);
            assertThat(gateway.output()).contains("chương trình mới hơn nâng tới bước V9999", "chạy chương trình mới");
        }
    }

    private GatewayProcess older(Path data) {
        String jar = System.getProperty("lienthong.older.jar");
        return jar == null
                ? GatewayProcess.start(data, settings())
                : GatewayProcess.startJar(Path.of(jar), data, settings());
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("database.url", database.address().url()),
                Map.entry("database.user", database.address().user()),
                Map.entry("database.password", database.address().password()),
                Map.entry("broker.url", "tcp://127.0.0.1:" + brokerPort),
                Map.entry("broker.user", ExternalBroker.USER),
                Map.entry("broker.password", ExternalBroker.PASSWORD),
                Map.entry("delivery.first-retry", "500ms"),
                Map.entry("outbound.loopback", "true"),
                Map.entry("outbound.plain-http", "true"));
    }

    private void take(HttpExchange exchange) throws IOException {
        pushed.add(number(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void send(GatewayProcess gateway, String secret, int round, String... to) throws Exception {
        AxisClient sender = client(gateway, "gui", secret);
        for (int i : IntStream.range(0, LETTERS).toArray()) {
            for (String recipient : to) {
                byte[] letter = PlainLetter.of("G22", recipient, recipient.substring(1) + round + "0" + i);
                assertThat(sender.send("G22", "edoc", List.of(), AxisClient.File.of(letter))
                                .isOk())
                        .isTrue();
            }
        }
    }

    private static void collect(AxisClient door, Map<String, Set<String>> names) throws Exception {
        for (Map<String, String> item : door.received("edoc")) {
            String docId = item.getOrDefault("docId", "");
            String text = new String(Base64.getDecoder().decode(door.get(docId).text("data")), StandardCharsets.UTF_8);
            names.computeIfAbsent(number(text), any -> new TreeSet<>()).add(docId);
            door.report(docId, "done");
        }
    }

    private static String number(String packet) {
        return packet.substring(packet.indexOf("<CodeNumber>") + 12, packet.indexOf("</CodeNumber>"));
    }

    private static AxisClient client(GatewayProcess gateway, String system, String secret) {
        return new AxisClient(
                HttpClient.newHttpClient(),
                gateway.axis("/XrdAdapter/adapter"),
                system,
                secret,
                Duration.ofSeconds(60),
                Clock.systemUTC());
    }

    private String added(Path data, String id, String agency, List<String> more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("system", "add", id, "--name", id, "--agency", agency));
        arguments.addAll(more);
        CommandRun added = admin(data, arguments.toArray(String[]::new));
        assertThat(added.exitCode()).as(added.output()).isZero();
        return added.output().strip().lines().toList().getLast();
    }

    /** Of this version: what it does to the schema is part of what is tried. */
    private CommandRun admin(Path data, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        settings().forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Nodes of one gateway seal with one key and open secrets with one key. */
    private static void copySecrets(Path from, Path to) throws IOException {
        Path target = Files.createDirectories(to.resolve("secrets"));
        for (String name : List.of("master.key", "seal.p12", "seal.password")) {
            Files.copy(from.resolve("secrets").resolve(name), target.resolve(name));
        }
    }
}
