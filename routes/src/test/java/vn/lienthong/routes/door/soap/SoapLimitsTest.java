package vn.lienthong.routes.door.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.door.ServicesFixture;

/** One call too many is asked to come again, and a call that ends, however it does, leaves its place. */
class SoapLimitsTest {

    private static final String ASKS =
            SoapText.envelope("<d:listReceived><d:messageType>edoc</d:messageType></d:listReceived>");

    @TempDir
    Path folder;

    private static HttpResponse<String> ask(ServicesFixture services) throws Exception {
        return services.send(services.call("H53", "/services/documents")
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(ASKS))
                .build());
    }

    /** A caller that says it will send more than it does. */
    private static Socket half(ServicesFixture services) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), services.port());
        String head = "POST /services/documents HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nAuthorization: Bearer "
                + services.token("G22") + "\r\nContent-Length: 1000\r\n\r\n<";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void aPlaceIsLeftByWhoGoesAway() throws Exception {
        try (ServicesFixture services = new ServicesFixture(folder, Map.of("soap.max-calls", "1"))) {
            assertThat(ask(services).statusCode()).isEqualTo(200);
            try (Socket waiting = half(services)) {
                assertThat(waiting.isConnected()).isTrue();
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(
                                () -> assertThat(ask(services).body()).contains("<code>BUSY</code>", "s:Server"));
            }
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(ask(services).statusCode()).isEqualTo(200));
        }
    }
}
