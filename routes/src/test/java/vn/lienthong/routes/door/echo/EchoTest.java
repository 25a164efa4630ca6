package vn.lienthong.routes.door.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.GatewayStores;

/** An integrator sees a whole round trip with one command, and it has an end. */
@Beside
@Tag("ci")
class EchoTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatIsSentIsReceivedAndAnsweredOnce() throws Exception {
        Path data = folder.resolve("data");
        try (GatewayProcess gateway = GatewayProcess.startReady(data, Map.of());
                HttpClient http = HttpClient.newHttpClient()) {
            gateway.awaitReady();
            admin(data, "echo", "on", "--agency", "G09");
            admin(data, "echo", "on", "--agency", "G03");
            List<String> added = admin(data, "system", "add", "gui", "--name", "gui", "--agency", "G22")
                    .strip()
                    .lines()
                    .toList();
            assertThat(CommandRun.of("admin", "echo", "on", "--agency", "G22", "--data", data.toString()))
                    .matches(taken -> taken.exitCode() == 1 && taken.output().contains("đã có hệ thống gui"));
            AxisClient sender = new AxisClient(
                    http,
                    gateway.axis("/XrdAdapter/adapter"),
                    "gui",
                    added.getLast(),
                    Duration.ofSeconds(60),
                    Clock.systemUTC());
            assertThat(send(sender, "G09", "1").isOk()).isTrue();
            assertThat(send(sender, "G03", "2").isOk()).isTrue();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sender.received("edoc").size() == 2
                            && sender.received("status").size() == 4);
            List<String> statuses = new ArrayList<>();
            for (Map<String, String> item : sender.received("status")) {
                String status = fetch(sender, item);
                statuses.add(status.replaceAll("(?s).*StatusCode>(\\d\\d)<.*", "$1"));
            }
            assertThat(statuses).containsExactlyInAnyOrder("01", "03", "01", "03");
            String reply = fetch(
                    sender,
                    sender.received("edoc").stream()
                            .filter(item -> "G09".equals(item.get("from")))
                            .findFirst()
                            .orElseThrow());
            assertThat(reply).contains("Trả lời tự động: Về việc thử", "OrganId>G22<", "G22,2026/11/02,1/TT-VP");

            // A letter that looks like a reply gets its statuses and no document: else two echoes would never end.
            byte[] looking = new String(PlainLetter.of("G22", "G09", "3"), StandardCharsets.UTF_8)
                    .replace("<Subject>Về", "<Subject>Trả lời tự động: Về")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(sender.send("G22", "edoc", List.of(), AxisClient.File.of(looking))
                            .isOk())
                    .isTrue();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sender.received("status").size() == 6);
            long documents = GatewayStores.jdbi(gateway)
                    .withHandle(handle -> handle.createQuery("select count(*) from dossier where state <> 'REFUSED'")
                            .mapTo(Long.class)
                            .one());
            assertThat(documents).as("three letters, two replies").isEqualTo(5);

            admin(data, "echo", "off", "--agency", "G09");
            assertThat(send(sender, "G09", "4").isOk()).isTrue();
            Thread.sleep(5_000);
            assertThat(sender.received("status")).as("nobody answers any more").hasSize(6);
        }
    }

    private static AxisClient.Answer send(AxisClient sender, String to, String number)
            throws IOException, InterruptedException {
        return sender.send("G22", "edoc", List.of(), AxisClient.File.of(PlainLetter.of("G22", to, number)));
    }

    private static String fetch(AxisClient sender, Map<String, String> item) throws IOException, InterruptedException {
        AxisClient.Answer copy = sender.get(item.getOrDefault("docId", ""));
        return new String(Base64.getDecoder().decode(copy.text("data")), StandardCharsets.UTF_8);
    }

    private static String admin(Path data, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }
}
