package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: who is inside gets an answer, who comes is told to come again, and it has an end. */
@Beside
@Tag("ci")
class GracefulStopTest {
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anUploadThatIsRunningIsFinishedAndNewOnesAreAskedToComeAgain() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.startReady(folder.resolve("data"), Map.of("door.drain", "60s"))) {
            gateway.awaitReady();
            String token = token(gateway);
            SlowUpload upload = new SlowUpload(gateway, token, "1");
            // Its first half is on its way: the vault has a place for it.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> folder.resolve("data/vault/spool").toFile().list().length > 0);

            Future<Integer> stop = stopping(gateway);
            HttpResponse<String> late = await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(gateway.services("/api/v1/errors")), answer -> answer.statusCode() == 503);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(stop.isDone()).isFalse();
            assertThat(upload.finish()).startsWith("HTTP/1.1 201");
            assertThat(stop.get(2, TimeUnit.MINUTES)).isEqualTo(SIGTERM_EXIT);

            gateway.restart().awaitReady();
            assertThat(get(gateway.services("/api/v1/documents"), token).body()).contains("2026/11/02,1/TT-VP");
        }
    }

    @Test
    void anUploadThatNeverEndsDoesNotHoldTheStopUpForEver() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.startReady(folder.resolve("data"), Map.of("door.drain", "1s"))) {
            gateway.awaitReady();
            SlowUpload upload = new SlowUpload(gateway, token(gateway), "2");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> folder.resolve("data/vault/spool").toFile().list().length > 0);
            assertThat(stopping(gateway).get(90, TimeUnit.SECONDS)).isEqualTo(SIGTERM_EXIT);
            assertThat(upload.finish()).as("no answer says that it was taken").doesNotContain(" 201");
        }
    }

    private HttpResponse<String> get(URI address, String... token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
        if (token.length > 0) {
            request.header("Authorization", "Bearer " + token[0]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(GatewayProcess gateway) throws Exception {
        CommandRun added = CommandRun.of(
                "admin",
                "system",
                "add",
                "gui",
                "--name",
                "gui",
                "--agency",
                "G22",
                "--data",
                gateway.data().toString());
        assertThat(added.exitCode()).as(added.output()).isZero();
        String secret = added.output().strip().lines().toList().getLast();
        String basic = Base64.getEncoder().encodeToString(("gui:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.services("/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.body().split("\"", -1)[3];
    }

    private static Future<Integer> stopping(GatewayProcess gateway) {
        FutureTask<Integer> stop = new FutureTask<>(gateway::stop);
        Thread.ofVirtual().start(stop);
        return stop;
    }

    /** A document of which the first half is sent, and the rest when it is asked for. */
    private static final class SlowUpload {
        private final Socket socket;
        private final byte[] letter;

        SlowUpload(GatewayProcess gateway, String token, String number) throws IOException {
            URI address = gateway.services("/api/v1/documents");
            letter = PlainLetter.of("G22", "H01", number);
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/xml\r\nContent-Length: "
                    + letter.length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(letter, 0, letter.length / 2);
        }

        /** What came back; empty when the connection was cut. */
        String finish() {
            try (socket) {
                socket.getOutputStream().write(letter, letter.length / 2, letter.length - letter.length / 2);
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException cut) {
                return "";
            }
        }
    }
}
