package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** Every operation on a document from G22 to H53, tried by every kind of stranger: none sees or moves anything. */
class RestStrangersTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;
    private static String document = "";
    private static String copy = "";

    @BeforeAll
    static void start() throws Exception {
        services = new ServicesFixture(folder, Map.of());
        Instant now = services.part(Clock.class).instant();
        Optional<Instant> ended = Optional.of(now.minusSeconds(60));
        services.save("sys-ended", "s", true);
        for (Right right : Right.ofSystems()) {
            services.grant("sys-ended", "G22", right, ended);
            services.grant("sys-ended", "H53", right, ended);
        }
        services.save("sys-nothing", "s", true);
        services.save("sys-status-only", "s", true);
        services.grant("sys-status-only", "G22", Right.STATUS, Optional.empty());
        services.grant("sys-status-only", "H53", Right.STATUS, Optional.empty());
        services.save("sys-transit", "s", true);
        services.grant("sys-transit", "G22", Right.TRANSIT, Optional.empty());
        HttpResponse<String> taken = services.send(services.call("G22", "/api/v1/documents")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PlainLetter.of("G22", "H53", "1")))
                .build());
        document = json(taken).get("id").asString();
        copy = json(services.send(
                        services.call("H53", "/api/v1/documents/" + document).build()))
                .get("deliveries")
                .get(0)
                .get("docId")
                .asString();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static List<HttpRequest.Builder> operations() {
        List<HttpRequest.Builder> all = new ArrayList<>();
        for (String path : List.of(
                "documents/" + document, "documents/" + document + "/receipt", "deliveries/" + copy + "/content")) {
            all.add(HttpRequest.newBuilder(services.uri("/api/v1/" + path)));
        }
        for (String verb : List.of("lease", "confirm", "fail")) {
            all.add(post("deliveries/" + copy + "/" + verb, "application/json", "{}"));
        }
        all.add(post("documents/" + document + "/recall", "application/json", "{\"reason\":\"x\"}"));
        String letter = new String(PlainLetter.of("G22", "H53", "2"), StandardCharsets.UTF_8);
        all.add(post("documents", "application/xml", letter));
        all.add(post(
                "documents",
                Form.TYPE,
                new String(Form.letter("G22", "H53", "3").bytes(), StandardCharsets.UTF_8)));
        return all;
    }

    private static HttpRequest.Builder post(String path, String type, String body) {
        return HttpRequest.newBuilder(services.uri("/api/v1/" + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @TestFactory
    Stream<DynamicTest> none() {
        Map<String, String> strangers = Map.of(
                "sys-H41", "secret of H41",
                "sys-H01", "secret of H01",
                "sys-ended", "s",
                "sys-nothing", "s",
                "sys-status-only", "s",
                "sys-transit", "s");
        return strangers.entrySet().stream()
                .map(stranger -> DynamicTest.dynamicTest(
                        stranger.getKey(), () -> tryAll(stranger.getKey(), stranger.getValue())));
    }

    private static void tryAll(String systemId, String secret) throws Exception {
        String token =
                json(services.askForToken(systemId, secret)).get("access_token").asString();
        long before = services.rows("dossier");
        for (HttpRequest.Builder operation : operations()) {
            HttpRequest request =
                    operation.header("Authorization", "Bearer " + token).build();
            HttpResponse<String> answer = services.send(request);
            assertThat(answer.statusCode()).as(request + " " + answer.body()).isIn(403, 404);
            assertThat(answer.body()).doesNotContain("Về việc");
        }
        for (String list : List.of("documents", "deliveries", "deliveries?kind=status")) {
            JsonNode page = json(services.send(HttpRequest.newBuilder(services.uri("/api/v1/" + list))
                    .header("Authorization", "Bearer " + token)
                    .build()));
            assertThat(page.get("items")).as(list).isEmpty();
        }
        assertThat(services.rows("dossier")).isEqualTo(before);
        String copies = services.part(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select state || ' ' || taken from delivery")
                        .mapTo(String.class)
                        .one());
        assertThat(copies).isEqualTo("WAITING false");
    }
}
