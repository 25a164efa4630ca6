package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.FreePorts;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.scenario.Hops;

/** {@code serve} on a PostgreSQL and an Artemis that are not its own, as a province or a ministry runs it. */
@Beside
@Tag("ci")
final class ExternalStoresTest {

    private static final String FROM = "G22";
    private static final String TO = "H01";
    private static final String SECRET = "bí mật của hệ thống";

    @TempDir
    private Path folder;

    private final List<byte[]> brought = new CopyOnWriteArrayList<>();
    private final int brokerPort = FreePorts.next();
    private HttpServer receiver;
    private DataFolder elsewhere;
    private EmbeddedDatabase database;
    private ExternalBroker broker;

    @BeforeEach
    void startNeighbours() throws Exception {
        elsewhere = DataFolder.open(folder.resolve("elsewhere"));
        Map<String, String> binaries = Map.of(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        database = EmbeddedDatabase.start(
                elsewhere, ConfigurationReader.read(elsewhere.root(), binaries).database(), Progress.silent());
        broker = ExternalBroker.start(folder.resolve("artemis"), brokerPort);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/in", this::take);
        receiver.start();
    }

    @AfterEach
    void stopNeighbours() throws Exception {
        receiver.stop(0);
        broker.close();
        database.close();
        elsewhere.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        Optional<String> hop = Optional.ofNullable(exchange.getRequestHeaders().getFirst("LienThong-Trace"));
        brought.add(Hops.without(exchange.getRequestBody().readAllBytes(), hop));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("gateway.code", Hops.CODE),
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

    private Jdbi jdbi() {
        DatabaseAddress address = database.address();
        return Jdbi.create(address.url(), address.user(), address.password());
    }

    private long count(String from) {
        return jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private void register(GatewayProcess gateway) throws IOException {
        Path key = gateway.data().resolve("secrets").resolve("master.key");
        PostgresSystems systems = new PostgresSystems(
                jdbi(), new MasterKeySecretBox(Files.readString(key).strip()));
        PostgresAgencies agencies = new PostgresAgencies(jdbi());
        URI in = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");
        register(systems, agencies, FROM, Optional.empty());
        register(systems, agencies, TO, Optional.of(in));
    }

    private static void register(PostgresSystems systems, PostgresAgencies agencies, String code, Optional<URI> push) {
        Instant now = Instant.now();
        AgencyId agency = agencies.current().holderOf(new AgencyCode(code), now).orElseThrow();
        systems.save(
                new ReceivingSystem(
                        "sys-" + code,
                        "Hệ thống " + code,
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        push.map(address -> new PushTarget(address, PushForm.REST)),
                        true),
                SECRET.getBytes(StandardCharsets.UTF_8));
        for (Right right : List.of(Right.SEND, Right.COLLECT)) {
            systems.grant("sys-" + code, new Mandate(agency, right, now.minusSeconds(3600), Optional.empty()));
        }
    }

    private static void send(GatewayProcess gateway, byte[] letter) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            AxisClient client = new AxisClient(
                    http,
                    gateway.axis("/XrdAdapter/adapter"),
                    "sys-" + FROM,
                    SECRET,
                    Duration.ofSeconds(60),
                    Clock.systemUTC());
            AxisClient.Answer answer = client.send(FROM, "edoc", List.of(), AxisClient.File.of(letter));
            assertThat(answer.isOk()).as(answer.toString()).isTrue();
        }
    }

    private void awaitBrought(int copies) {
        await().atMost(Duration.ofMinutes(1)).until(() -> brought.size() >= copies);
    }

    @Test
    void aDocumentGoesThroughAndAKillOrABrokerThatRestartsLosesNothing() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(folder.resolve("data"), settings())) {
            gateway.awaitReady();
            register(gateway);
            byte[] first = PlainLetter.of(FROM, TO, "1");
            send(gateway, first);
            awaitBrought(1);
            assertThat(brought).containsExactly(first);
            assertThat(broker.has("delivery.sys-" + TO)).isTrue();
            await().until(() -> broker.handled("delivery.sys-" + TO) == 1);

            assertThat(gateway.data().resolve("postgres")).doesNotExist();
            assertThat(gateway.data().resolve("broker")).doesNotExist();
            assertThat(gateway.data().resolve("vault")).doesNotExist();
            assertThat(count("vault")).isEqualTo(1);
            assertThat(count("vault_chunk")).isEqualTo(1);

            gateway.restart().awaitReady();
            send(gateway, first);
            byte[] second = PlainLetter.of(FROM, TO, "2");
            send(gateway, second);
            awaitBrought(2);

            broker.close();
            byte[] third = PlainLetter.of(FROM, TO, "3");
            send(gateway, third);
            broker = ExternalBroker.start(folder.resolve("artemis"), brokerPort);
            awaitBrought(3);
            assertThat(brought).as("nothing twice").containsExactly(first, second, third);
            assertThat(count("delivery where state = 'HANDED_OVER'")).isEqualTo(3);
        }
    }

    @Test
    void doctorSeesBothAndSaysWhichIsMissing() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        CommandRun healthy = doctor(data, settings());
        assertThat(healthy.output()).contains("ghi bền", "tcp://127.0.0.1:" + brokerPort, "so với cơ sở dữ liệu");
        broker.close();
        CommandRun without = doctor(data, settings());
        assertThat(without.exitCode()).isNotZero();
        assertThat(without.output()).contains("lienthong.broker.url");
        broker = ExternalBroker.start(folder.resolve("artemis"), brokerPort);
    }

    @Test
    void aBackupOfAnExternalDatabaseHoldsTheVaultAndGoesIntoAnEmptyDatabase() throws Exception {
        Path backup = folder.resolve("sao-luu.zip");
        byte[] first = PlainLetter.of(FROM, TO, "1");
        try (GatewayProcess gateway = GatewayProcess.start(folder.resolve("data"), settings())) {
            gateway.awaitReady();
            register(gateway);
            send(gateway, first);
            awaitBrought(1);
            CommandRun made = admin(gateway.data(), database.address(), "backup", "--to", backup.toString());
            assertThat(made.exitCode()).as(made.output()).isZero();
        }
        DatabaseAddress empty = anotherDatabase();
        Path restored = folder.resolve("restored");
        CommandRun full = admin(restored, database.address(), "restore", "--from", backup.toString());
        assertThat(full.output()).contains("cơ sở dữ liệu rỗng");
        CommandRun into = admin(restored, empty, "restore", "--from", backup.toString());
        assertThat(into.exitCode()).as(into.output()).isZero();
        List<byte[]> chunks = Jdbi.create(empty.url(), empty.user(), empty.password())
                .withHandle(handle -> handle.createQuery("select bytes from vault_chunk")
                        .mapTo(byte[].class)
                        .list());
        assertThat(chunks).containsExactly(first);
    }

    private DatabaseAddress anotherDatabase() throws Exception {
        String server = database.address().url().replace("/lienthong", "/");
        String password = Files.readString(elsewhere.root().resolve("secrets").resolve("postgres-admin"));
        Jdbi.create(server + "postgres", "postgres", password.strip())
                .useHandle(handle -> handle.execute("create database another owner lienthong"));
        return new DatabaseAddress(
                server + "another",
                database.address().user(),
                database.address().password());
    }

    private static CommandRun admin(Path data, DatabaseAddress address, String... arguments) throws Exception {
        List<String> all = new CopyOnWriteArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        all.addAll(List.of("--set", "database.url=" + address.url(), "--set", "database.user=" + address.user()));
        all.addAll(List.of("--set", "database.password=" + address.password()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static CommandRun doctor(Path data, Map<String, String> settings) throws Exception {
        List<String> arguments = new CopyOnWriteArrayList<>(List.of("doctor", "--data", data.toString()));
        arguments.addAll(List.of("--set", "console.port=0", "--set", "axis.port=0", "--set", "services.port=0"));
        settings.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
