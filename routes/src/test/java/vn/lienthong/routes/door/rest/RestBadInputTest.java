package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.ServicesFixture;

/** What callers send that is wrong: each is told in a problem document, and leaves nothing behind. */
class RestBadInputTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of("packet.max-text", "4KB", "packet.max-attachments", "2"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    static Stream<Arguments> bodies() {
        String good = Form.fields("G22", "H53", "1");
        return Stream.of(
                arguments("application/xml", "", 422, "PACKET_TRUNCATED"),
                arguments("application/xml", "<x/>", 422, "PACKET_NOT_EDXML"),
                arguments("application/xml", "not xml", 422, "PACKET_NOT_WELL_FORMED"),
                arguments("application/xml", letter("H01", "H53"), 403, "SENDER_NOT_CALLER"),
                arguments("application/xml", letter("G22", "H99"), 422, "AGENCY_UNKNOWN"),
                arguments("application/xml", "x".repeat(3_000_000), 413, "TOO_LARGE"),
                arguments("application/json", good, 400, "PARAMETER_MALFORMED"),
                arguments("application/x-www-form-urlencoded", "from=G22", 400, "PARAMETER_MALFORMED"),
                arguments("multipart/form-data", "", 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, "", 400, "PARAMETER_MISSING"),
                arguments(Form.TYPE, text(new Form().file("a.txt", "a")), 400, "PARAMETER_MISSING"),
                arguments(Form.TYPE, text(Form.of(good).document(good)), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("null")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("[]")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"subjct\":\"x\"}")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"date\":\"2026-02-30\"}")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"action\":\"burn\"}")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"subject\":\"\\u0000\"}")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"subject\":\"\\ud800\"}")), 400, "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{\"to\":[null,\"\"],\"signer\":null}")), 422, "FIELD_MISSING"),
                arguments(Form.TYPE, text(Form.of("{\"summary\":\"" + "x".repeat(5_000) + "\"}")), 413, "TOO_LARGE"),
                arguments(
                        Form.TYPE,
                        text(Form.of(good).part("other", "", "text/plain", "x")),
                        400,
                        "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of(good).file("", "x")), 400, "PARAMETER_MALFORMED"),
                arguments(
                        Form.TYPE,
                        text(Form.of(good).file("b.txt", "b").file("c.txt", "c")),
                        400,
                        "PARAMETER_MALFORMED"),
                arguments(Form.TYPE, text(Form.of("{}")), 422, "FIELD_MISSING"),
                arguments(Form.TYPE, text(Form.of(good.replace("H53", "H99"))), 422, "AGENCY_UNKNOWN"),
                arguments(Form.TYPE, text(Form.of(good)).substring(0, 300), 400, "BODY_TRUNCATED"));
    }

    private static String letter(String from, String to) {
        return new String(PlainLetter.of(from, to, "1"), StandardCharsets.UTF_8);
    }

    private static String text(Form form) {
        return new String(form.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBadBodyIsToldAndLeavesNothing(String type, String body, int status, String code) throws Exception {
        long before = services.rows("dossier");
        HttpResponse<String> answer = services.send(services.call("G22", "/api/v1/documents")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        isProblem(answer, status);
        assertThat(json(answer).get("findings").toString()).contains("\"" + code + "\"");
        assertThat(services.rows("dossier")).isEqualTo(before);
        assertThat(answer.body()).doesNotContain("vn.lienthong", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents/00000000-0000-0000-0000-000000000000/recall", "statuses"})
    void aBodyOfAnotherDigestIsNotRead(String path) throws Exception {
        HttpResponse<String> answer = services.send(services.call("G22", "/api/v1/" + path)
                .header("Content-Type", "application/json")
                .header("Content-Digest", BodyDigest.header(Sha256.of("khác".getBytes(StandardCharsets.UTF_8))))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        isProblem(answer, path.startsWith("statuses") ? 400 : 404);
        assertThat(answer.body()).contains(path.startsWith("statuses") ? "HASH_MISMATCH" : "NOT_FOUND");
    }

    /** Left out, a code that says nothing would mean all the recipients of the packet. */
    @ParameterizedTest
    @ValueSource(strings = {"to=", "to=,", "to=%00H53", "to=H53,", "from=G22&from=G01", "from="})
    void aCodeThatSaysNothingNarrowsNothing(String query) throws Exception {
        HttpResponse<String> answer = services.send(services.call("G22", "/api/v1/documents?" + query)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(letter("G22", "H53")))
                .build());
        isProblem(answer, 400);
        assertThat(json(answer).get("findings").toString()).contains("\"PARAMETER_MALFORMED\"");
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("/api/v1/errors/");
    }

    @Test
    void whoShowsNothingOrSomethingWrongIsTurnedAway() throws Exception {
        List<String> headers = List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic c3lzLUcyMjp4");
        for (String path : List.of("documents", "deliveries", "agencies", "agencies/H53", "documents/x")) {
            for (String header : headers) {
                HttpRequest.Builder request = HttpRequest.newBuilder(services.uri("/api/v1/" + path));
                HttpResponse<String> answer = services.send(
                        header.isEmpty()
                                ? request.build()
                                : request.header("Authorization", header).build());
                isProblem(answer, 401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                        .startsWith("Bearer");
            }
        }
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments("documents?limit=0", 400),
                arguments("documents?limit=x", 400),
                arguments("documents?limit=99999999999", 400),
                arguments("documents?cursor=x", 400),
                arguments("documents?since=yesterday", 400),
                arguments("documents?since=%2B300000-01-01T00:00:00Z", 400),
                arguments("deliveries?kind=x", 400),
                arguments("deliveries?cursor=2.x", 400),
                arguments("deliveries?kinds=status", 400),
                arguments("agencies?limit=-1", 400),
                arguments("agencies/H53?at=2026-02-30", 400),
                arguments("documents/x", 404),
                arguments("documents/00000000-0000-0000-0000-000000000000", 404),
                arguments("deliveries/x/content", 404),
                arguments("nothing", 404),
                arguments("deliveries/x/confirm", 405),
                arguments("docs/nothing.js", 404));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aBadAddressIsTold(String path, int status) throws Exception {
        isProblem(services.send(services.call("G22", "/api/v1/" + path).build()), status);
    }

    @Test
    void aDigestThatIsNotTheBodysIsToldInItsOwnWords() throws Exception {
        for (String digest : List.of("sha-256=:AAAA:", "sha-256=x", "sha-256=:" + "A".repeat(43) + "=:")) {
            for (String type : List.of("application/xml", Form.TYPE)) {
                HttpResponse<String> answer = services.send(services.call("G22", "/api/v1/documents")
                        .header("Content-Type", type)
                        .header("Content-Digest", digest)
                        .POST(Form.letter("G22", "H53", "1").body())
                        .build());
                isProblem(answer, 400);
                assertThat(json(answer).get("findings").get(0).get("where").asString())
                        .isEqualTo("Content-Digest");
            }
        }
    }

    @Test
    void aStatusWithoutItsReasonIsRefusedWithEveryFinding() throws Exception {
        HttpResponse<String> answer = services.send(services.call("G22", "/api/v1/statuses")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"G22\",\"code\":\"02\"}"))
                .build());
        isProblem(answer, 422);
        assertThat(json(answer).get("findings").size()).isGreaterThan(1);
    }
}
