package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Refusals;

/**
 * Everything that a caller may do wrong, over the real door: each gets its number, code and place in the door's own form, a
 * line that an operator finds, and leaves nothing half recorded; and the gateway still answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String ID = "bad-1";
    private static final String PLACE_OF_FILE = "AttachmentEncoded/Attachment[1]";

    @SuppressWarnings("NullAway.Init")
    private Door door;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        door = new Door(folder.resolve("data"));
        assertThat(door.send("G22", Wire.letter("G22", "taken", "H53")).isOk()).isTrue();
    }

    @AfterAll
    void stop() {
        door.close();
    }

    /** Sends something bad and returns the answer. */
    private interface Attack {
        Reply run() throws Exception;
    }

    private DynamicTest refused(String what, String refusal, Attack attack) {
        return DynamicTest.dynamicTest(what, () -> {
            Map<String, Long> before = record();
            Instant began = Instant.now();
            Reply reply = attack.run();
            assertThat(Duration.between(began, Instant.now()))
                    .as("does not hang")
                    .isLessThan(Duration.ofSeconds(40));
            assertThat(reply.httpStatus()).isEqualTo(200);
            assertThat(reply.text("status")).isEqualTo("FAIL");
            assertThat(reply.refusal()).startsWith(refusal);
            assertThat(reply.body()).doesNotContain("Exception").doesNotContain("at vn.lienthong");
            String code = refusal.split(" ", 3)[1];
            Refusals.Refusal line = door.newestRefusal();
            assertThat(line.at()).isAfterOrEqualTo(began.minusSeconds(2));
            assertThat(line.findings())
                    .anySatisfy(finding -> assertThat(finding.code().name()).isEqualTo(code));
            assertThat(record()).as("nothing half recorded").isEqualTo(before);
            assertThat(door.leftovers()).isEmpty();
            assertThat(door.knock("H53", "countReceiveEdoc")
                            .get()
                            .call()
                            .json()
                            .path("count")
                            .asInt())
                    .as("still answers")
                    .isEqualTo(1);
        });
    }

    /** Tables in which a document or status would leave something. */
    private Map<String, Long> record() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : new String[] {"dossier", "delivery", "recipient", "received_copy", "entry", "status"}) {
            rows.put(table, door.rows(table));
        }
        return rows;
    }

    private DynamicTest packet(String what, String refusal, UnaryOperator<String> spoil) {
        return refused(what, refusal, () -> door.send("G22", spoil.apply(Wire.letter("G22", ID, "H53"))));
    }

    private DynamicTest file(String what, String refusal, String encoded) {
        return refused(what, refusal, () -> door.send("G22", Wire.letterWith("thu.txt", encoded, "G22", ID, "H53")));
    }

    private DynamicTest call(String what, String refusal, UnaryOperator<Knock> spoil) {
        return refused(
                what, refusal, () -> spoil.apply(door.knock("G22", "sendEdoc").file(Wire.letter("G22", ID, "H53")))
                        .call());
    }

    @TestFactory
    Stream<DynamicTest> brokenXml() {
        String bomb = "<!DOCTYPE edXML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String fetched = "<!DOCTYPE edXML SYSTEM \"http://127.0.0.1:1/x.dtd\">";
        return Stream.of(
                packet("an end tag is missing", "22 PACKET_NOT_WELL_FORMED tại 2:", xml -> xml.replace("</Place>", "")),
                packet("no XML at all", "22 PACKET_NOT_WELL_FORMED tại 1:", xml -> "%PDF-1.7 " + xml),
                packet("nothing", "22 PACKET_TRUNCATED tại ", xml -> ""),
                packet("cut off", "22 PACKET_TRUNCATED tại 2:", xml -> xml.substring(0, 900)),
                packet("a DTD", "22 PACKET_HAS_DOCTYPE tại 2:", xml -> doctype(xml, "<!DOCTYPE edXML>")),
                packet("a DTD to fetch", "22 PACKET_HAS_DOCTYPE tại 2:", xml -> doctype(xml, fetched)),
                packet("an entity bomb", "22 PACKET_HAS_DOCTYPE tại 2:", xml -> doctype(xml, bomb)
                        .replace("Trích yếu", "&c;")),
                packet(
                        "an entity nobody declared",
                        "22 PACKET_NOT_WELL_FORMED tại 2:",
                        xml -> xml.replace("Trích yếu", "&bomb;")),
                packet(
                        "deep nesting",
                        "22 PACKET_LIMIT_EXCEEDED tại ",
                        xml -> xml.replace(
                                "<SignerInfo>", "<x>".repeat(5_000) + "</x>".repeat(5_000) + "<SignerInfo>")),
                packet(
                        "endless elements",
                        "22 PACKET_LIMIT_EXCEEDED tại ",
                        xml -> xml.replace("<SignerInfo>", "<x/>".repeat(250_000) + "<SignerInfo>")),
                packet(
                        "an endless text",
                        "22 PACKET_LIMIT_EXCEEDED tại ",
                        xml -> xml.replace("Trích yếu", "x".repeat(1_200_000))),
                packet("another kind of XML", "22 PACKET_NOT_EDXML tại ", xml -> "<html><body/></html>"),
                refused("another encoding", "22 PACKET_NOT_EDXML tại ", () -> door.knock("G22", "sendEdoc")
                        .file(Wire.letter("G22", ID, "H53")
                                .replace("UTF-8", "UTF-16")
                                .getBytes(StandardCharsets.UTF_16))
                        .call()),
                refused("bytes that are no text", "22 PACKET_NOT_WELL_FORMED tại ", () -> door.knock("G22", "sendEdoc")
                        .file(Wire.letter("G22", ID, "H53").getBytes(StandardCharsets.ISO_8859_1))
                        .call()));
    }

    private static String doctype(String xml, String doctype) {
        return xml.replace("<edXML xmlns", doctype + "<edXML xmlns");
    }

    @TestFactory
    Stream<DynamicTest> badFiles() throws IOException {
        byte[] letter = "Kính gửi".getBytes(StandardCharsets.UTF_8);
        String padded = Wire.LETTER.substring(0, Wire.LETTER.length() - 1) + "!";
        byte[] whole = zip("thu.txt", letter);
        byte[] broken = Arrays.copyOf(whole, whole.length / 2);
        return Stream.of(
                file("wrong base64", "21 ATTACHMENT_BAD_BASE64 tại " + PLACE_OF_FILE, padded),
                file("no bytes", "21 ATTACHMENT_MISSING tại " + PLACE_OF_FILE, ""),
                file(
                        "a zip bomb",
                        "21 ATTACHMENT_BOMB tại " + PLACE_OF_FILE,
                        Wire.base64(zip("thu.txt", new byte[64 * 1024 * 1024]))),
                file(
                        "a path in an archive",
                        "21 ATTACHMENT_NAME_UNSAFE tại " + PLACE_OF_FILE,
                        Wire.base64(zip("../../etc/cron.d/x", letter))),
                file("a broken archive", "21 ATTACHMENT_BAD_ARCHIVE tại " + PLACE_OF_FILE, Wire.base64(broken)),
                packet(
                        "an attachment without bytes",
                        "21 ATTACHMENT_MISSING tại ",
                        xml -> xml.replaceAll("<AttachmentEncoded>.*</AttachmentEncoded>", "")));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> badDocuments() {
        return Stream.of(
                packet(
                        "no subject",
                        "22 FIELD_MISSING tại MessageHeader/Subject",
                        xml -> xml.replaceAll("<Subject>.*</Subject>", "")),
                packet(
                        "no id",
                        "22 FIELD_MISSING tại MessageHeader/DocumentId",
                        xml -> xml.replaceAll("<DocumentId>.*</DocumentId>", "")),
                packet(
                        "no recipient",
                        "22 FIELD_MISSING tại MessageHeader/To",
                        xml -> xml.replaceAll("<To>.*</To>", "")),
                packet(
                        "no header",
                        "22 PACKET_NOT_EDXML tại ",
                        xml -> xml.replaceAll("<edXML:MessageHeader>.*</edXML:MessageHeader>", "")),
                packet(
                        "an id that no index holds",
                        "22 FIELD_TOO_LONG tại MessageHeader/DocumentId",
                        xml -> xml.replace("<DocumentId>", "<DocumentId>" + noise(20_000))),
                packet("an agency nobody knows", "18 AGENCY_UNKNOWN tại ", xml -> xml.replace(">H53<", ">H99<")),
                packet("another's document", "19 SENDER_NOT_CALLER tại ", xml -> xml.replace(">G22<", ">G17<")),
                packet(
                        "other content under one id",
                        "21 DOCUMENT_CONFLICT tại ",
                        xml -> xml.replace("<DocumentId>" + ID, "<DocumentId>taken")),
                packet(
                        "a state secret",
                        "21 STATE_SECRET tại ",
                        xml -> xml.replace(
                                "<SteeringType>",
                                "<OtherInfo><TyperNotation>TUYỆT MẬT</TyperNotation></OtherInfo><SteeringType>")),
                refused(
                        "a status about an endless id",
                        "22 FIELD_TOO_LONG tại MessageHeader/ResponseFor/DocumentId",
                        () -> door.knock("H53", "sendEdoc")
                                .with("messagetype", "status")
                                .file(Wire.status("03", "H53", "G22", noise(20_000)))
                                .call()),
                refused("a status of another", "19 SENDER_NOT_CALLER tại ", () -> door.knock("H41", "sendEdoc")
                        .with("messagetype", "status")
                        .file(Wire.status("03", "H53", "G22", "taken"))
                        .call()));
    }

    /** Text that does not compress. */
    private static String noise(int chars) {
        StringBuilder noise = new StringBuilder();
        new java.util.Random(7).ints(chars, 'a', 'z').forEach(c -> noise.append((char) c));
        return noise.toString();
    }

    @TestFactory
    Stream<DynamicTest> badCalls() {
        String longText = "x".repeat(300_000);
        return Stream.of(
                call("a wrong secret", "15 MAC_WRONG tại XroadVnpt-hash-header", knock -> knock.signedBy("guess")),
                call(
                        "an old call",
                        "15 TIMESTAMP_OUT_OF_WINDOW tại XroadVnpt-timestamp",
                        knock -> knock.aged(Duration.ofHours(25))),
                call(
                        "no time",
                        "15 TIMESTAMP_OUT_OF_WINDOW tại XroadVnpt-timestamp",
                        knock -> knock.with("timestamp", longText)),
                call("no JSON", "21 PARAMETER_MALFORMED tại XroadVnpt-sign-header", knock -> knock.json("systemid=1")),
                call(
                        "deep JSON",
                        "21 PARAMETER_MALFORMED tại XroadVnpt-sign-header",
                        knock -> knock.json("{\"systemid\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")),
                call("no digest", "21 PARAMETER_MISSING tại hash-file", knock -> knock.without("hash-file")),
                call(
                        "another digest",
                        "10 HASH_MISMATCH tại hash-file",
                        knock -> knock.with("hash-file", "0".repeat(64))),
                call("an endless digest", "10 HASH_MISMATCH tại hash-file", knock -> knock.with("hash-file", longText)),
                call(
                        "another type",
                        "21 PARAMETER_MALFORMED tại messagetype",
                        knock -> knock.with("messagetype", longText)),
                call(
                        "a document called a status",
                        "21 PARAMETER_MALFORMED tại messagetype",
                        knock -> knock.with("messagetype", "status")),
                call(
                        "recipients that are no list",
                        "21 PARAMETER_MALFORMED tại to",
                        knock -> knock.with("to", "[\"H53\"")),
                call(
                        "more recipients than the packet's",
                        "18 RECIPIENTS_WIDENED tại ",
                        knock -> knock.with("to", "[\"H53\",\"H41\"]")),
                call(
                        "another sender than the packet's",
                        "19 SENDER_NOT_CALLER tại ",
                        knock -> knock.with("from", "H41")),
                call(
                        "another part",
                        "21 PARAMETER_MISSING tại file_doc",
                        knock -> knock.multipart(Knock.part("file", new byte[] {1}))),
                call(
                        "two parts",
                        "21 PARAMETER_MALFORMED tại file_doc",
                        knock -> knock.multipart(
                                Knock.part(
                                        "file_doc",
                                        Wire.letter("G22", ID, "H53").getBytes(StandardCharsets.UTF_8)),
                                Knock.part("file_doc", new byte[] {1}))),
                call(
                        "too large",
                        "10 TOO_LARGE tại body",
                        knock -> knock.file(new byte[Door.MAX_PACKET_BYTES + 100_000])));
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // the line ends of the wire
    void nothingSignedAtAll() throws IOException {
        try (Socket socket = door.knock("G22", "sendEdoc").open()) {
            socket.getOutputStream()
                    .write(("POST /XrdAdapter/adapter/sendEdoc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Content-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(Knock.reply(socket).refusal()).startsWith("21 PARAMETER_MISSING tại XroadVnpt-sign-header");
        }
    }

    @TestFactory
    Stream<DynamicTest> badConnections() {
        Knock knock = door.knock("G22", "sendEdoc").file(Wire.letter("G22", ID, "H53"));
        int half = knock.bodyBytes().length / 2;
        return Stream.of(
                refused("a truncated upload", "10 BODY_TRUNCATED tại body", () -> knock.callCutAfter(half)),
                refused(
                        "a caller that falls silent",
                        "10 SLOW_CALLER tại body",
                        () -> drip(knock, half, Duration.ZERO)),
                refused("a slow caller", "10 SLOW_CALLER tại body", () -> drip(knock, 1, Duration.ofMillis(300))));
    }

    /** Sends so many bytes at once, then one at a time with pauses until it is answered; none further where the pause is nothing. */
    private static Reply drip(Knock knock, int first, Duration pause) throws IOException, InterruptedException {
        byte[] body = knock.bodyBytes();
        CountDownLatch answered = new CountDownLatch(1);
        try (Socket socket = knock.open()) {
            socket.getOutputStream().write(knock.head());
            socket.getOutputStream().write(body, 0, first);
            socket.getOutputStream().flush();
            Thread dripping = Thread.ofVirtual().start(() -> {
                try {
                    for (int at = first; !pause.isZero() && at < body.length; at++) {
                        if (answered.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                            return;
                        }
                        socket.getOutputStream().write(body, at, 1);
                        socket.getOutputStream().flush();
                    }
                } catch (IOException closed) {
                    // By the door, which has answered.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            try {
                return Knock.reply(socket);
            } finally {
                answered.countDown();
                dripping.join();
            }
        }
    }
}
