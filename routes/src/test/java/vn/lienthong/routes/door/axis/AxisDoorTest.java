package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.Refusals;

/** What the axis dialect promises its callers, byte by byte over the real door. */
class AxisDoorTest extends AtTheAxisDoor {

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
