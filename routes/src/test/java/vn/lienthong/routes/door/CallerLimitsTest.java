package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.platform.AgeRefusals;
import vn.lienthong.routes.platform.AxisListener;

/** One caller's share at the real doors. */
@Tag("ci")
class CallerLimitsTest {

    private static final int REFUSED = 5;

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() throws Exception {
        services = new ServicesFixture(
                folder,
                Map.of("limits.refused-per-minute", "" + REFUSED, "limits.refusal-age", "2h", "door.max-uploads", "4"));
        // Whoever was let in before one of the tests guesses gets through afterwards too.
        for (String code : List.of("H41", "G17", "H01", "G22")) {
            services.token(code);
        }
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<String> list(String code) throws Exception {
        return services.send(services.call(code, "/api/v1/deliveries").GET().build());
    }

    private static HttpResponse<String> soap(String code) throws Exception {
        return services.send(services.call(code, "/services/documents")
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                .build());
    }

    private static void limit(String code, OptionalInt calls, OptionalLong bytes) {
        services.part(Systems.class).limit("sys-" + code, new CallerLimits(calls, bytes));
    }

    @Test
    void tooManyCallsAreTooManyAtEveryDoorTogetherAndNoLineIsWritten() throws Exception {
        limit("H41", OptionalInt.of(2), OptionalLong.empty());
        assertThat(list("H41").statusCode()).isEqualTo(200);
        assertThat(list("H41").statusCode()).isEqualTo(200);
        long lines = services.rows("refusal");
        HttpResponse<String> answer = list("H41");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
        assertThat(ServicesFixture.json(answer)
                        .get("findings")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("TOO_MANY_CALLS");
        HttpResponse<String> fault = soap("H41");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("s:Server", "<code>TOO_MANY_CALLS</code>");
        assertThat(services.askForToken("sys-H41", "secret of H41").statusCode())
                .isEqualTo(429);
        assertThat(services.rows("refusal")).isEqualTo(lines);
        services.part(DoorRefusals.class).sumUp();
        assertThat(services.newestRefusal().findings().getFirst().text()).contains("sys-H41 3");
        limit("H41", OptionalInt.of(1_000), OptionalLong.empty());
        assertThat(list("H41").statusCode()).as("from the next call on").isEqualTo(200);
    }

    @Test
    void aSystemsOwnSizeHoldsForWhatItHandsIn() throws Exception {
        limit("G17", OptionalInt.empty(), OptionalLong.of(100));
        HttpResponse<String> answer = services.send(services.call("G17", "/api/v1/documents")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<x>" + "y".repeat(200) + "</x>"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("100 byte");
    }

    @Test
    void whoSendsSlowlyLeavesRoomForOthers() throws Exception {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), services.port())) {
            String head =
                    "POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nAuthorization: Bearer "
                            + services.token("H01") + "\r\nContent-Length: 1000\r\n\r\n<";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(hand("H01").statusCode()).isEqualTo(429));
            assertThat(hand("H01").headers().firstValue("Retry-After")).contains("10");
            assertThat(hand("G22").statusCode()).isEqualTo(422);
        }
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(hand("H01").statusCode()).isEqualTo(422));
    }

    private static HttpResponse<String> hand(String code) throws Exception {
        return services.send(services.call(code, "/api/v1/documents")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                .build());
    }

    @Test
    void whoGuessesIsNotListenedToWhileANeighbourBehindTheSameAddressIs() throws Exception {
        assertThat(list("H01").statusCode()).isEqualTo(200);
        HttpRequest guess = HttpRequest.newBuilder(services.uri("/api/v1/deliveries"))
                .header("Authorization", "Bearer guess")
                .GET()
                .build();
        int refused = 0;
        while (services.send(guess).statusCode() == 401) {
            refused++;
            assertThat(refused).isLessThan(REFUSED + 2);
        }
        long lines = services.rows("refusal");
        for (int i = 0; i < 20; i++) {
            assertThat(services.send(guess).statusCode()).isEqualTo(429);
        }
        assertThat(services.askForToken("sys-H53", "guess").statusCode()).isEqualTo(429);
        HttpResponse<String> axis = services.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + services.part(AxisListener.class).port() + "/XrdAdapter/adapter/getReceivedEdocList"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(axis.statusCode()).isEqualTo(200);
        assertThat(axis.body()).contains("\"status\":\"FAIL\"", "TOO_MANY_CALLS");
        assertThat(services.rows("refusal")).isEqualTo(lines);
        assertThat(list("H01").statusCode()).isEqualTo(200);
    }

    @Test
    void oldRefusalsAreOnlyCounted() {
        Refusals refusals = services.part(Refusals.class);
        refusals.add(new Refusals.Refusal(
                services.part(Clock.class).instant().minus(Duration.ofHours(3)),
                Channel.SOAP,
                "sys-old",
                "192.0.2.1",
                "",
                Optional.empty(),
                List.of()));
        services.part(AgeRefusals.class).age();
        assertThat(refusals.latest(1_000))
                .noneMatch(refusal -> refusal.systemId().equals("sys-old"));
        assertThat(refusals.aged(10)).anyMatch(aged -> aged.channel() == Channel.SOAP && aged.count() == 1);
        assertThat(ErrorCode.TOO_MANY_CALLS.clause()).contains("lienthong.limits");
    }
}
