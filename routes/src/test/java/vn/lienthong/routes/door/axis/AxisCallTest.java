package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a call of the axis dialect may be written, byte by byte over the real door: its signed headers and its body. */
class AxisCallTest extends AtTheAxisDoor {

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
}
