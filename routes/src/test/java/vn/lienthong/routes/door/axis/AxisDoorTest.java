package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.Refusals;

/** What the axis dialect promises its callers, byte by byte over the real door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxisDoorTest {

    @SuppressWarnings("NullAway.Init")
    private Door door;

    @BeforeAll
    void start(@TempDir Path folder) {
        door = new Door(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        door.close();
    }

    private String sent(String from, String packet) throws IOException {
        Reply reply = door.send(from, packet);
        assertThat(reply.isOk()).as(reply.body()).isTrue();
        return reply.text("DocId");
    }

    private List<String> listed(String code) throws IOException {
        return door.knock(code, "getReceivedEdocList").call().each("docId");
    }

    private Reply report(String code, String docId, String status) throws IOException {
        return door.knock(code, "updateStatus")
                .with("docId", docId)
                .with("status", status)
                .call();
    }

    private void takeAll(String code) throws IOException {
        for (List<String> some = listed(code); !some.isEmpty(); some = listed(code)) {
            for (String docId : some) {
                assertThat(report(code, docId, "done").isOk()).isTrue();
            }
        }
    }

    // --- the same document ----------------------------------------------------------------------------------------

    @Test
    void anHonestRetryInOtherPackagingIsTheSameDocument() throws IOException {
        String letter = Wire.letter("G22", "retry-1", "H01");
        String docId = sent("G22", letter);
        String repacked = Wire.repacked(letter, "retry-1");
        assertThat(repacked).isNotEqualTo(letter);
        assertThat(sent("G22", repacked)).isEqualTo(docId);
        byte[] bytes = letter.getBytes(StandardCharsets.UTF_8);
        Reply whole = door.knock("G22", "sendEdoc")
                .digestOf(bytes)
                .header("Content-Type", "application/octet-stream")
                .body(bytes)
                .call();
        assertThat(whole.text("DocId")).isEqualTo(docId);
        takeAll("H01");
    }

    @Test
    void otherContentUnderTheSameIdIsAConflict() throws IOException {
        String letter = Wire.letter("G22", "conflict-1", "H01");
        sent("G22", letter);
        Reply other = door.send("G22", letter.replace("Trích yếu", "Trích yếu khác"));
        assertThat(other.refusal()).startsWith("21 DOCUMENT_CONFLICT tại ");
        assertThat(door.newestRefusal().documentId()).isEqualTo("conflict-1");
        takeAll("H01");
    }

    @Test
    void toNarrowsAndNeverWidens() throws IOException {
        String letter = Wire.letter("G22", "narrow-1", "H53", "H41");
        Knock narrowed = door.knock("G22", "sendEdoc").with("to", "[\"H41\"]").file(letter);
        String docId = narrowed.call().text("DocId");
        assertThat(listed("H41")).hasSize(1);
        assertThat(listed("H53")).isEmpty();
        Reply widened = door.knock("G22", "sendEdoc")
                .with("to", "[\"H41\",\"H01\"]")
                .file(letter)
                .call();
        assertThat(widened.refusal()).startsWith("18 RECIPIENTS_WIDENED tại ");
        Reply rest =
                door.knock("G22", "sendEdoc").with("to", "H53").file(letter).call();
        assertThat(rest.text("DocId"))
                .as("one bare code, the rest of the recipients")
                .isEqualTo(docId);
        assertThat(listed("H53")).hasSize(1);
        assertThat(listed("H41")).hasSize(1);
        assertThat(listed("H01")).isEmpty();
        takeAll("H53");
        takeAll("H41");
    }

    @Test
    void aTransportIdIsRandomPerCopyAndItsRecipientsAlone() throws IOException {
        String mine = sent("G22", Wire.letter("G22", "ids-1", "H53", "H41"));
        String first = listed("H53").getFirst();
        String second = listed("H41").getFirst();
        assertThat(List.of(mine, first, second)).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id)
                .matches("[0-9a-f]{32}"));
        for (String[] stranger : new String[][] {{"H41", first}, {"G22", first}, {"H53", mine}, {"H53", "none"}}) {
            Reply reply = door.knock(stranger[0], "getEdoc")
                    .with("docId", stranger[1])
                    .call();
            assertThat(reply.refusal()).startsWith("21 NOT_FOUND tại docId");
            assertThat(report(stranger[0], stranger[1], "done").refusal()).startsWith("21 NOT_FOUND tại docId");
            Reply download = door.knock(stranger[0], "downloadEdoc")
                    .get()
                    .with("docId", stranger[1])
                    .call();
            assertThat(download.refusal()).startsWith("21 NOT_FOUND tại docId");
        }
        takeAll("H53");
        takeAll("H41");
    }

    // --- lists, counts, reports -----------------------------------------------------------------------------------

    @Test
    void aListIsOldestFirstAndBoundedAndWhatIsProcessedStandsBehind() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Door.MAX_LISTED + 2; i++) {
            sent("G22", Wire.letter("G22", "list-" + i, "G12"));
        }
        List<String> page = listed("G12");
        assertThat(page).hasSize(Door.MAX_LISTED);
        ids.addAll(page);
        assertThat(door.knock("G12", "countReceiveEdoc")
                        .get()
                        .call()
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(Door.MAX_LISTED + 2);
        assertThat(door.knock("G12", "countReceiveStatus")
                        .get()
                        .call()
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(report("G12", ids.getFirst(), "processing").isOk()).isTrue();
        assertThat(listed("G12")).as("behind all the others").doesNotContain(ids.getFirst());
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(listed("G12"))
                .as("when the lease has ended")
                .isEqualTo(ids));
        takeAll("G12");
        assertThat(report("G12", ids.getFirst(), "done").isOk())
                .as("repeatable")
                .isTrue();
        assertThat(report("G12", ids.getFirst(), "fail").refusal()).as("final").startsWith("21 NOT_FOUND tại docId");
        assertThat(report("G12", ids.getFirst(), "eaten").refusal()).startsWith("21 PARAMETER_MALFORMED tại status");
    }

    @Test
    void aListHasOnlyTextsUnderTheNamesOfTheDialect() throws IOException {
        sent("G22", Wire.letter("G22", "names-1", "H01"));
        Reply received = door.knock("H01", "getReceivedEdocList")
                .with("servicetype", "eDoc")
                .with("messagetype", "edoc")
                .call();
        Reply sent = door.knock("G22", "getSentEdocList").call();
        assertNames(
                received, "docId, serviceType, messageType, created_time, updated_time, from, to, status, status_desc");
        assertNames(
                sent,
                "senderDocId, receiverDocId, fromCode, toCode, title, notation, sentTime, receivedTime, sendStatus,"
                        + " sendStatusDesc, receiveStatus, receiveStatusDesc");
        takeAll("H01");
    }

    private static void assertNames(Reply list, String names) {
        JsonNode item = list.json().path("data").path(0);
        assertThat(item.propertyNames()).containsExactly(names.split(", "));
        assertThat(item.properties())
                .allSatisfy(member -> assertThat(member.getValue().isString())
                        .as(member.getKey())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "2020/01/01, 2020/12/31, 0",
        "2020/01/01, 2999/12/31, 1",
        "2999/01/01, , 0",
        ", '2999/01/01 00:00:00', 1",
    })
    void aListIsNarrowedByDates(String from, String to, int expected) throws IOException {
        sent("G22", Wire.letter("G22", "dates-1", "G17"));
        Knock knock = door.knock("G17", "getReceivedEdocList");
        Knock other = door.knock("G22", "getSentEdocList");
        for (Knock each : List.of(knock, other)) {
            each.with("fromDate", from == null ? "" : from).with("toDate", to == null ? "" : to);
        }
        assertThat(knock.call().each("docId")).hasSize(expected);
        assertThat(other.call().each("senderDocId").isEmpty()).isEqualTo(expected == 0);
    }

    @Test
    void theFifthReportOfFailureTellsAnOperator() throws IOException {
        sent("G22", Wire.letter("G22", "fail-1", "H01"));
        String docId = listed("H01").getFirst();
        long before = door.rows("alert");
        for (int i = 1; i <= 5; i++) {
            assertThat(report("H01", docId, "fail").isOk()).isTrue();
            assertThat(door.rows("alert") - before).isEqualTo(i < 5 ? 0 : 1);
        }
        assertThat(listed("H01")).containsExactly(docId);
        takeAll("H01");
    }

    @Test
    void registrationIsOnlyARequestForARegistrar() throws IOException {
        long version = door.gateway.part(Agencies.class).current().version().number();
        String body = "{\"code\":\"H53.99\",\"name\":\"Sở mới\"}";
        assertThat(door.knock("H53", "registerAgency").body(body).call().isOk()).isTrue();
        assertThat(door.knock("H53", "deleteAgency")
                        .with("AgencyCode", "H53")
                        .call()
                        .isOk())
                .isTrue();
        List<RegistrationRequests.Request> open =
                door.gateway.part(RegistrationRequests.class).open(10);
        assertThat(open).extracting(RegistrationRequests.Request::operation).contains("registerAgency", "deleteAgency");
        assertThat(open).extracting(RegistrationRequests.Request::body).anyMatch(text -> text.contains("Sở mới"));
        door.gateway.part(Agencies.class).refreshIfNewer();
        assertThat(door.gateway.part(Agencies.class).current().version().number())
                .isEqualTo(version);
        assertThat(door.knock("H53", "registerAgency")
                        .body("x".repeat(70_000))
                        .call()
                        .refusal())
                .startsWith("10 TOO_LARGE tại body");
    }

    // --- the signed headers ---------------------------------------------------------------------------------------

    @Test
    void parametersThatAnOperationDoesNotDefineAreIgnored() throws IOException {
        Reply reply = door.knock("H53", "countReceiveEdoc")
                .get()
                .with("docId", "left over")
                .with("status", "done")
                .with("hash-file", "left over")
                .with("to", "not json [")
                .call();
        assertThat(reply.isOk()).as(reply.body()).isTrue();
    }

    @Test
    void onlyWhatIsSignedCounts() throws IOException {
        Reply reply = door.knock("H53", "updateStatus")
                .header("XroadVnpt-docId", "unsigned")
                .header("XroadVnpt-status", "done")
                .call();
        assertThat(reply.refusal()).startsWith("21 PARAMETER_MISSING tại docId");
        Reply other = door.knock("H53", "updateStatus")
                .with("docId", "signed")
                .with("status", "done")
                .header("XroadVnpt-docId", "unsigned")
                .call();
        assertThat(other.text("ErrorDesc")).contains("docId: signed").doesNotContain("unsigned");
    }

    @Test
    void theCodeIsOverUtf8HoweverTheHeaderIsWritten() throws IOException {
        for (Knock knock : List.of(
                door.knock("H53", "countReceiveEdoc").with("note", "Sở Nội vụ tỉnh"),
                door.knock("H53", "countReceiveEdoc").with("note", "café").in(StandardCharsets.ISO_8859_1))) {
            Reply reply = knock.get().call();
            assertThat(reply.isOk()).as(reply.body()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"systemid\":\"sys-H53\",\"systemid\":\"sys-H41\"}",
                "{\"systemid\":\"sys-H53\",\"XroadVnpt-systemid\":\"sys-H53\"}",
                "[\"systemid\"]",
                "{\"systemid\":",
            })
    void aSignedTextThatTwoReadersTakeDifferentlyIsRefused(String json) throws IOException {
        Reply reply = door.knock("H53", "countReceiveEdoc").get().json(json).call();
        assertThat(reply.refusal()).startsWith("21 PARAMETER_MALFORMED tại XroadVnpt-sign-header");
    }

    @Test
    void aListOfRecipientsMayFillTheLongestHeader() throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            many.add("\"H53." + i + "\"");
        }
        String to = String.join(",", many);
        assertThat(to.length()).isBetween(500_000, 1_000_000);
        Reply reply = door.knock("G22", "sendEdoc")
                .with("to", "[" + to + "]")
                .header("XroadVnpt-to", "[" + to + "]")
                .file(Wire.letter("G22", "long-1", "H53"))
                .call();
        assertThat(reply.refusal()).startsWith("18 RECIPIENTS_WIDENED tại ");
        assertThat(reply.body().length()).as("an answer that a client can hold").isLessThan(100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "sys-G22, PT23H58M, true",
        "sys-G22, PT24H2M, false",
        "sys-G22, -PT8M, true",
        "sys-G22, -PT12M, false",
        "sys-short, PT30S, true",
        "sys-short, PT90S, false",
    })
    void theWindowIsTheSystemsOwn(String systemId, Duration age, boolean within) throws IOException {
        Reply reply = new Knock(door.port(), systemId, "secret of G22", "countReceiveEdoc")
                .get()
                .aged(age)
                .call();
        assertThat(reply.isOk()).as(reply.body()).isEqualTo(within);
        if (!within) {
            assertThat(reply.refusal()).startsWith("15 TIMESTAMP_OUT_OF_WINDOW tại XroadVnpt-timestamp");
        }
    }

    @Test
    void anOldTimestampAndTheSameBytesAgainAreAnsweredTheSame() throws IOException {
        Knock knock =
                door.knock("G22", "sendEdoc").aged(Duration.ofHours(20)).file(Wire.letter("G22", "replay-1", "H01"));
        Set<String> answers = new LinkedHashSet<>();
        for (int i = 0; i < 3; i++) {
            answers.add(knock.call().body());
        }
        assertThat(answers).hasSize(1);
        assertThat(listed("H01")).hasSize(1);
        takeAll("H01");
    }

    @Test
    void whichSystemsExistIsNobodysBusiness() throws IOException {
        Reply wrong =
                door.knock("H53", "countReceiveEdoc").get().signedBy("guess").call();
        assertThat(door.newestRefusal().findings().getFirst().code().name()).isEqualTo("MAC_WRONG");
        Reply unknown = new Knock(door.port(), "sys-none", "guess", "countReceiveEdoc")
                .get()
                .call();
        assertThat(door.newestRefusal().findings().getFirst().code().name()).isEqualTo("SYSTEM_UNKNOWN");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(wrong.refusal()).startsWith("15 MAC_WRONG tại XroadVnpt-hash-header");
    }

    @Test
    void whatIsNoOperationIsSaidInTheSameForm() throws IOException {
        Reply nothing = door.knock("H53", "eatEdoc").call();
        assertThat(nothing.httpStatus()).isEqualTo(404);
        assertThat(nothing.refusal()).startsWith("21 NOT_FOUND tại /XrdAdapter/adapter/eatEdoc");
        Reply wrongMethod = door.knock("H53", "sendEdoc").get().call();
        assertThat(wrongMethod.httpStatus()).isEqualTo(405);
        assertThat(wrongMethod.text("status")).isEqualTo("FAIL");
    }

    // --- bodies ---------------------------------------------------------------------------------------------------

    @Test
    void aBodyMayComeInChunks() throws IOException {
        byte[] body = door.knock("G22", "sendEdoc")
                .file(Wire.letter("G22", "chunks-1", "H01"))
                .bodyBytes();
        StringBuilder chunks = new StringBuilder();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < text.length(); at += 700) {
            String chunk = text.substring(at, Math.min(text.length(), at + 700));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        Knock chunked = door.knock("G22", "sendEdoc").file(Wire.letter("G22", "chunks-1", "H01"));
        byte[] whole = (chunks + "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        Reply reply = chunked.sized("Transfer-Encoding", "chunked").body(whole).call();
        assertThat(reply.isOk()).as(reply.body()).isTrue();
        Reply cut = chunked.callCutAfter(whole.length - 40);
        assertThat(cut.refusal()).startsWith("10 BODY_TRUNCATED tại body");
        takeAll("H01");
    }

    @Test
    void partsMayComeInAnyOrderAndUnderAnySpelling() throws IOException {
        byte[] packet = Wire.letter("G22", "parts-1", "H01").getBytes(StandardCharsets.UTF_8);
        byte[] preamble = "this is ignored\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] other = Knock.part("note", "bên cạnh".getBytes(StandardCharsets.UTF_8));
        byte[] named = Knock.part("Content-Disposition: form-data; filename=\"file_doc\"; name=other", "", packet);
        byte[] spelled = Knock.part(
                "content-disposition: FORM-DATA; filename=\"a;b.edxml\"; NAME=file_doc",
                "Content-Transfer-Encoding: binary\r\n",
                packet);
        Reply reply = door.knock("G22", "sendEdoc")
                .digestOf(packet)
                .multipart(preamble, other, named, spelled, other)
                .call();
        assertThat(reply.isOk()).as(reply.body()).isTrue();
        takeAll("H01");
    }

    @Test
    void whoAsksFirstHearsBeforeSendingTheBody() throws IOException {
        Knock knock = door.knock("G22", "sendEdoc").file(Wire.letter("G22", "expect-1", "H01"));
        knock.header("Expect", "100-continue");
        try (Socket socket = knock.open()) {
            socket.getOutputStream().write(knock.head());
            socket.getOutputStream().flush();
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write(knock.bodyBytes());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("\"status\":\"OK\"");
        }
        Knock stranger = knock.signedBy("guess");
        try (Socket socket = stranger.open()) {
            socket.getOutputStream().write(stranger.head());
            socket.getOutputStream().flush();
            assertThat(Knock.reply(socket).refusal()).startsWith("15 MAC_WRONG");
        }
        takeAll("H01");
    }

    @Test
    void moreUploadsThanAllowedAreAskedToComeAgain() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < Door.MAX_UPLOADS; i++) {
                Knock knock = door.knock("G22", "sendEdoc").file(Wire.letter("G22", "busy-" + i, "H01"));
                Socket socket = knock.open();
                slow.add(socket);
                socket.getOutputStream().write(knock.head());
                socket.getOutputStream().write(knock.bodyBytes(), 0, 10);
                socket.getOutputStream().flush();
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Reply turnedAway = door.send("G22", Wire.letter("G22", "busy-more", "H01"));
                assertThat(turnedAway.refusal()).startsWith("20 BUSY tại body");
                assertThat(turnedAway.text("ErrorDesc")).contains("xin gửi lại sau");
            });
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        door.send("G22", Wire.letter("G22", "busy-more", "H01")).isOk())
                .isTrue());
        takeAll("H01");
    }

    // --- handing out ----------------------------------------------------------------------------------------------

    @Test
    void whatIsHandedOutIsWhatWasHandedIn() throws IOException {
        String letter = Wire.letter("G22", "same-1", "H01");
        sent("G22", letter);
        String docId = listed("H01").getFirst();
        String got = door.knock("H01", "getEdoc").with("docId", docId).call().text("data");
        assertThat(new String(Base64.getDecoder().decode(got), StandardCharsets.UTF_8))
                .isEqualTo(letter);
        Reply file =
                door.knock("H01", "downloadEdoc").get().with("docId", docId).call();
        assertThat(file.body()).isEqualTo(letter);
        takeAll("H01");
    }

    @Test
    void aRefusedCallLeavesALineWhateverTheOperation() throws IOException {
        door.knock("H53", "getReceivedEdocList").with("fromDate", "hôm qua").call();
        Refusals.Refusal line = door.newestRefusal();
        assertThat(line.systemId()).isEqualTo("sys-H53");
        assertThat(line.remote()).isEqualTo("127.0.0.1");
        assertThat(line.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("fromDate");
            assertThat(finding.text()).contains("hôm qua");
        });
    }
}
