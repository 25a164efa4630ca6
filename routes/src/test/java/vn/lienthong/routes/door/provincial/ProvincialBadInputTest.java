package vn.lienthong.routes.door.provincial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienthong.routes.door.ServicesFixture.json;
import static vn.lienthong.routes.door.provincial.Program.part;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** What programs send that is wrong: each gets its number of the table, a line for the operator, and leaves nothing behind. */
@Tag("ci")
class ProvincialBadInputTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;
    private static Program program;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of());
        program = Program.of(services, "G22");
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(byte[] packet) {
        return part("edocFile\"; filename=\"a.edxml", packet);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] one : parts) {
            all.writeBytes(one);
        }
        return all.toByteArray();
    }

    static Stream<Arguments> bodies() {
        byte[] good = PlainLetter.of("G22", "H53", "1");
        byte[] edoc = part("messageType", text("edoc"));
        return Stream.of(
                arguments("no file", edoc, "21", "PARAMETER_MISSING"),
                arguments("nothing", new byte[0], "21", "PARAMETER_MISSING"),
                arguments("two files", join(file(good), file(good)), "21", "PARAMETER_MALFORMED"),
                arguments(
                        "of no kind",
                        join(file(good), part("messageType", text("email"))),
                        "21",
                        "PARAMETER_MALFORMED"),
                arguments("of two kinds", join(edoc, edoc, file(good)), "21", "PARAMETER_MALFORMED"),
                arguments(
                        "an endless kind",
                        join(part("messageType", new byte[100_000]), file(good)),
                        "21",
                        "PARAMETER_MALFORMED"),
                arguments(
                        "recipients that are no list",
                        join(part("to", text("H53")), file(good)),
                        "21",
                        "PARAMETER_MALFORMED"),
                arguments(
                        "a recipient that says nothing",
                        join(part("to", text("[\"\"]")), file(good)),
                        "21",
                        "PARAMETER_MALFORMED"),
                arguments(
                        "another recipient",
                        join(part("to", text("[\"H41\"]")), file(good)),
                        "18",
                        "RECIPIENTS_WIDENED"),
                arguments("an empty file", file(new byte[0]), "22", "PACKET_TRUNCATED"),
                arguments("no XML", file(text("xin chào")), "22", "PACKET_NOT_WELL_FORMED"),
                arguments("no packet", file(text("<x/>")), "22", "PACKET_NOT_EDXML"),
                arguments("a document type", file(text("<!DOCTYPE x><x/>")), "22", "PACKET_HAS_DOCTYPE"),
                arguments("too large", file(new byte[3_000_000]), "10", "TOO_LARGE"),
                arguments("from another", file(PlainLetter.of("H01", "H53", "1")), "19", "SENDER_NOT_CALLER"),
                arguments("to nobody", file(PlainLetter.of("G22", "H99", "1")), "18", "AGENCY_UNKNOWN"),
                arguments(
                        "a letter as a status",
                        join(part("messageType", text("status")), file(good)),
                        "21",
                        "PARAMETER_MALFORMED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBadBodyHasItsNumberAndLeavesNothing(String name, byte[] parts, String number, String code) throws Exception {
        long before = services.rows("dossier");
        HttpResponse<String> answer = services.send(program.sending(parts).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        isRefused(json(answer), number, code);
        assertThat(services.rows("dossier")).isEqualTo(before);
        assertThat(services.newestRefusal().channel()).isEqualTo(Channel.PROVINCIAL);
    }

    private static void isRefused(JsonNode answer, String number, String code) {
        assertThat(answer.get("ErrorCode").asString()).as(answer.toString()).isEqualTo(number);
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.get("code").asInt()).isEqualTo(400);
        assertThat(answer.get("status").asString()).isEqualTo("FAIL");
        assertThat(answer.get("data").get("errorCode").asString()).isEqualTo(number);
        assertThat(answer.get("data").get("errorDesc").asString()).contains(code);
        assertThat(answer.get("message").asString()).contains(code);
        assertThat(answer.toString()).doesNotContain("vn.lienthong", "Exception");
    }

    @Test
    void aBodyThatIsNoFormIsTold() throws Exception {
        HttpResponse<String> answer = services.send(program.call("sendEdoc")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PlainLetter.of("G22", "H53", "1")))
                .build());
        isRefused(json(answer), "21", "PARAMETER_MALFORMED");
    }

    @Test
    void aBodyThatBreaksOffLeavesNothingAndTheDoorStaysOpen() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), services.port());
                OutputStream out = socket.getOutputStream()) {
            out.write(text("POST /v1/sendEdoc HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + program.token()
                    + "\r\nX-SystemId: sys-G22\r\nX-SecretKey: secret of G22\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"edocFile\"\r\n\r\n<edXML"));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("BODY_TRUNCATED", "\"ErrorCode\":\"10\"");
        }
        assertThat(program.get("syncReceivedEdocList").get("code").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"done\"",
                "{}",
                "{\"docId\":\"x\"}",
                "{\"status\":\"done\"}",
                "{\"docId\":null,\"status\":\"done\"}",
                "{\"docId\":{\"a\":1},\"status\":\"done\"}",
                "{\"docId\":\"x\\u0000\",\"status\":\"done\"}",
                "{\"docId\":\"x\",\"status\":\"done\"}",
                "{\"docId\":\"x\",\"status\":\"01\"}",
                "{\"docId\":\"x\",\"status\":\"finished\"}",
            })
    void aBadReportIsTold(String body) throws Exception {
        assertThat(program.update(body).get("ErrorCode").asString()).isEqualTo("21");
    }

    @Test
    void aReportWithoutEndIsCut() throws Exception {
        JsonNode answer = program.update("{\"docId\":\"" + "x".repeat(70_000) + "\"}");
        isRefused(answer, "10", "TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getEdoc",
                "getEdoc?docId=",
                "getEdoc?docId=x",
                "getEdoc?docId=%00",
                "getEdoc?docId=..%2F..%2Fx",
                "syncReceivedEdocList?messageType=x",
                "syncReceivedEdocList?fromDate=yesterday",
                "syncReceivedEdocList?toDate=2026-13-01"
            })
    void aBadQuestionIsTold(String path) throws Exception {
        assertThat(program.get(path).get("ErrorCode").asString()).isEqualTo("21");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"username\":\"sys-G22\"}", "{\"username\":\"\\u0000\",\"password\":\"x\"}"})
    void aBadLoginGivesNothing(String body) throws Exception {
        HttpResponse<String> answer = program.login(body);
        assertThat(json(answer).get("success").asBoolean()).isFalse();
        assertThat(answer.body()).doesNotContain("\"token\"");
    }

    @Test
    void secretsInAnAddressAreNoLogin() throws Exception {
        HttpResponse<String> answer = services.send(
                HttpRequest.newBuilder(services.uri("/v1/auth/login?username=sys-G22&password=secret%20of%20G22"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "sendEdoc", "auth/login", "updateStatus"})
    void whatIsNoOperationIsAnsweredInTheSameForm(String path) throws Exception {
        HttpResponse<String> answer = services.send(program.call(path).build());
        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(json(answer).get("ErrorCode").asString()).isEqualTo("21");
    }
}
