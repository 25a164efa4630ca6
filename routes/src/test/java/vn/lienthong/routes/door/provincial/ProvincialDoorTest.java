package vn.lienthong.routes.door.provincial;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** Every operation as an agency's program calls it, and every literal that it reads. */
@Tag("ci")
class ProvincialDoorTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;
    private static Program sender;
    private static Program recipient;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of("provincial.login-lifetime", "20m"));
        sender = Program.of(services, "G22");
        recipient = Program.of(services, "H53");
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }

    /** Sends a letter and returns the id of the copy that waits for its recipient. */
    private static String waiting(String number) throws Exception {
        assertThat(sender.send(PlainLetter.of("G22", "H53", number), "edoc")
                        .get("code")
                        .asInt())
                .isEqualTo(200);
        return recipient.newest("edoc");
    }

    private static String content(JsonNode answer) {
        String base64 = answer.get("data").get("data").asString();
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void aLoginGivesATokenWhereProgramsLookForIt() throws Exception {
        HttpResponse<String> answer = sender.login();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode login = json(answer);
        assertThat(names(login))
                .containsExactly(
                        "success",
                        "code",
                        "message",
                        "status",
                        "ErrorCode",
                        "ErrorDesc",
                        "token",
                        "expires_in",
                        "data");
        assertThat(login.get("expires_in").asInt()).isEqualTo(1_200);
        assertThat(login.get("data").get("token").asString())
                .isEqualTo(login.get("token").asString());
        assertThat(login.get("data").get("username").asString()).isEqualTo("sys-G22");
    }

    @Test
    void aLetterIsSentListedFetchedAndTickedOff() throws Exception {
        byte[] letter = PlainLetter.of("G22", "H53", "101");
        JsonNode taken = sender.send(letter, "edoc");
        assertThat(taken.get("success").asBoolean()).isTrue();
        assertThat(taken.get("code").asInt()).isEqualTo(200);
        assertThat(taken.get("message").asString()).isEqualTo("OK");
        assertThat(taken.get("status").asString()).isEqualTo("OK");
        assertThat(taken.get("ErrorCode").asString()).isEqualTo("0");
        assertThat(taken.get("ErrorDesc").asString()).isEmpty();
        String docId = taken.get("docId").asString();
        assertThat(taken.get("data").toString())
                .isEqualTo("{\"docId\":\"" + docId + "\",\"status\":\"OK\",\"errorCode\":\"0\",\"errorDesc\":\"\"}");
        assertThat(sender.send(letter, "edoc").get("docId").asString())
                .as("the same letter again")
                .isEqualTo(docId);

        JsonNode list = recipient.get("syncReceivedEdocList?messageType=edoc&fromDate=2020/01/01&toDate=2100/12/31");
        JsonNode line = list.get("data").get(list.get("count").asInt() - 1);
        assertThat(names(line))
                .containsExactly(
                        "docId",
                        "serviceType",
                        "messageType",
                        "createdTime",
                        "updatedTime",
                        "from",
                        "to",
                        "status",
                        "statusDesc");
        assertThat(line.get("status").asString()).isEqualTo("initial");
        assertThat(line.get("serviceType").asString()).isEqualTo("eDoc");
        assertThat(line.get("from").asString()).isEqualTo("G22");
        assertThat(line.get("createdTime").asString()).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        String copy = line.get("docId").asString();

        JsonNode got = recipient.get("getEdoc?docId=" + copy);
        assertThat(names(got.get("data")))
                .containsExactly("docId", "from", "to", "messageType", "status", "errorCode", "errorDesc", "data");
        assertThat(content(got)).contains("<CodeNumber>101<");
        assertThat(recipient.update(copy, "processing").get("code").asInt()).isEqualTo(200);
        assertThat(recipient.update(copy, "done").get("code").asInt()).isEqualTo(200);
        assertThat(recipient.update(copy, "done").get("code").asInt()).isEqualTo(200);
        assertThat(recipient
                        .get("syncReceivedEdocList?messageType=edoc")
                        .get("data")
                        .toString())
                .doesNotContain(copy);
    }

    @Test
    void aPeriodThatIsOverHoldsNothing() throws Exception {
        waiting("103");
        JsonNode list = recipient.get("syncReceivedEdocList?messageType=edoc&fromDate=2020/01/01&toDate=2020/12/31");
        assertThat(list.get("count").asInt()).isZero();
        assertThat(list.get("data")).isEmpty();
    }

    @Test
    void aNumberOfTheDecisionTellsTheSenderAndTicksOff() throws Exception {
        String copy = waiting("104");
        assertThat(recipient.update(copy, "01").get("code").asInt()).isEqualTo(200);
        assertThat(recipient
                        .get("syncReceivedEdocList?messageType=edoc")
                        .get("data")
                        .toString())
                .doesNotContain(copy);
        String status = sender.newest("status");
        assertThat(content(sender.get("getEdoc?docId=" + status)))
                .contains("104/TT-VP", "StatusCode>01<", "OrganId>H53<");
        assertThat(sender.update(status, "done").get("code").asInt()).isEqualTo(200);

        long before = services.rows("status");
        assertThat(recipient.update(copy, "01").get("code").asInt())
                .as("a call that is made again")
                .isEqualTo(200);
        assertThat(services.rows("status")).isEqualTo(before);
        assertThat(recipient
                        .update("{\"docId\":\"" + copy + "\",\"status\":3}")
                        .get("code")
                        .asInt())
                .isEqualTo(200);
        assertThat(content(sender.get("getEdoc?docId=" + sender.newest("status"))))
                .contains("StatusCode>03<");
    }

    @Test
    void aRefusalHasAReasonEvenWhereTheProgramGivesNone() throws Exception {
        recipient.update(waiting("105"), "02");
        assertThat(content(sender.get("getEdoc?docId=" + sender.newest("status"))))
                .contains("StatusCode>02<", "Hệ thống nhận không nêu lý do");
        String copy = waiting("106");
        recipient.update("{\"docId\":\"" + copy + "\",\"status\":\"02\",\"description\":\"Sai nơi nhận\"}");
        assertThat(content(sender.get("getEdoc?docId=" + sender.newest("status"))))
                .contains("Sai nơi nhận");
    }

    /** Nothing was said, so nothing was handed out: a recall still just withdraws the copy. */
    @Test
    void aStatusThatCannotBeWrittenIsTheCallersFaultAndTakesNothing() throws Exception {
        String copy = waiting("108");
        long taken = services.rows("delivery where taken");
        JsonNode answer =
                recipient.update("{\"docId\":\"" + copy + "\",\"status\":\"02\",\"description\":\"a\\u0001b\"}");
        assertThat(answer.get("ErrorCode").asString()).isEqualTo("21");
        assertThat(answer.get("ErrorDesc").asString()).contains("description");
        assertThat(services.rows("delivery where taken")).isEqualTo(taken);
        assertThat(recipient.get("syncReceivedEdocList").get("data").toString()).contains(copy);
    }

    @Test
    void onlyARecipientsNumbersAreTaken() throws Exception {
        String copy = waiting("107");
        for (String number : List.of("13", "07", "99", "0", "00")) {
            JsonNode answer = recipient.update(copy, number);
            assertThat(answer.get("ErrorCode").asString()).as(number).isEqualTo("21");
        }
        assertThat(recipient.get("syncReceivedEdocList").get("data").toString()).contains(copy);
    }

    @Test
    void theDirectoryIsReadWithTheTokenAlone() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(services.uri("/v1/getAgenciesList"))
                .header("Authorization", "Bearer " + sender.token())
                .build();
        JsonNode data = json(services.send(request)).get("data");
        assertThat(names(data.get(0)))
                .containsExactly("id", "pid", "code", "name", "mail", "oldCode", "orgCode", "orgName", "parentCode");
        assertThat(data.toString()).contains("\"orgCode\":\"H53\"");
    }

    @Test
    void withoutATokenThatCountsOneHearsOneWord() throws Exception {
        for (String token : List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic c3lzLUcyMjp4")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(services.uri("/v1/getEdoc?docId=x"))
                    .header("X-SystemId", "sys-G22")
                    .header("X-SecretKey", "secret of G22");
            HttpResponse<String> answer = services.send(
                    token.isEmpty()
                            ? request.build()
                            : request.header("Authorization", token).build());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("Unauthorized");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(services.newestRefusal().channel()).isEqualTo(Channel.PROVINCIAL);
        }
    }

    @Test
    void aWrongSecretIsFifteenAndANewOneEndsTheToken() throws Exception {
        services.connect("sys-leaving", "H01", "first");
        Program program = new Program(services, "sys-leaving", "first");
        assertThat(program.get("syncReceivedEdocList").get("code").asInt()).isEqualTo(200);
        for (List<String> shown : List.of(
                List.of("sys-leaving", "wrong"),
                List.of("sys-leaving", ""),
                List.of("sys-H53", "first"),
                List.of("nobody", "first"))) {
            HttpResponse<String> answer = services.send(HttpRequest.newBuilder(services.uri("/v1/syncReceivedEdocList"))
                    .header("Authorization", "Bearer " + program.token())
                    .header("X-SystemId", shown.getFirst())
                    .header("X-SecretKey", shown.getLast())
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("ErrorCode").asString()).isEqualTo("15");
            assertThat(json(answer).get("success").asBoolean()).isFalse();
            assertThat(services.newestRefusal().systemId()).isEqualTo(shown.getFirst());
        }
        services.save("sys-leaving", "second", true);
        assertThat(services.send(program.call("syncReceivedEdocList").build()).body())
                .isEqualTo("Unauthorized");
    }

    /** One program, one login, several units of its province: each unit has its own id and secret. */
    @Test
    void oneLoginServesSeveralSystemsEachWithItsOwnSecret() throws Exception {
        waiting("108");
        HttpResponse<String> answer = services.send(HttpRequest.newBuilder(services.uri("/v1/syncReceivedEdocList"))
                .header("Authorization", "Bearer " + sender.token())
                .header("X-SystemId", "sys-H53")
                .header("X-SecretKey", "secret of H53")
                .build());
        assertThat(json(answer).get("data").toString()).contains("\"to\":\"H53\"");
    }

    @Test
    void aWrongLoginIsToldAndWrittenDown() throws Exception {
        HttpResponse<String> answer = sender.login("{\"username\":\"sys-G22\",\"password\":\"guess\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("ErrorCode").asString()).isEqualTo("15");
        assertThat(answer.body()).doesNotContain("token");
        assertThat(services.newestRefusal().systemId()).isEqualTo("sys-G22");
        assertThat(services.newestRefusal().findings().getFirst().code()).isEqualTo(ErrorCode.CREDENTIALS_WRONG);
        assertThat(services.newestRefusal().channel()).isEqualTo(Channel.PROVINCIAL);
    }
}
