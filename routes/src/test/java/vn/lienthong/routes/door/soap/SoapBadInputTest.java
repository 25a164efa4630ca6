package vn.lienthong.routes.door.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** What nobody should send: each gets the declared fault, says what is wrong, tells nothing of our inside, and leaves nothing. */
class SoapBadInputTest {

    private static final String TEXT = "text/xml; charset=UTF-8";
    private static final String RELATED =
            "multipart/related; type=\"application/xop+xml\"; start=\"<root>\"; start-info=\"text/xml\"; boundary=\"b0\"";
    private static final byte[] LETTER = PlainLetter.of("G22", "H53", "xau");
    private static final Pattern FINDING =
            Pattern.compile("<code>([A-Z_]+)</code><severity>[A-Z]+</severity><where>([^<]*)<");
    private static final String ASKS =
            SoapText.envelope("<d:listReceived><d:messageType>edoc</d:messageType></d:listReceived>");

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of("soap.max-envelope", "64KB"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<String> post(String contentType, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = services.call("G22", "/services/documents")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return services.send(request.build());
    }

    private static List<String> findings(HttpResponse<String> answer) {
        return FINDING.matcher(answer.body())
                .results()
                .map((MatchResult found) -> found.group(1) + " tại " + found.group(2))
                .toList();
    }

    private static DynamicTest refused(String name, String expected, String contentType, byte[] body) {
        return refused(name, expected, contentType, body, new String[0]);
    }

    private static DynamicTest refused(
            String name, String expected, String contentType, byte[] body, String... headers) {
        return DynamicTest.dynamicTest(name, () -> {
            long dossiers = services.rows("dossier");
            HttpResponse<String> answer = post(contentType, body, headers);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
            assertThat(findings(answer)).as(answer.body()).anySatisfy(one -> assertThat(one)
                    .startsWith(expected));
            assertThat(answer.body())
                    .contains("<s:Fault>", "<faultcode>s:Client")
                    .doesNotContainIgnoringCase("cxf", "exception", "java.", "woodstox", "\tat ");
            assertThat(services.rows("dossier")).isEqualTo(dossiers);
            assertThat(services.newestRefusal().channel()).isEqualTo(Channel.SOAP);
        });
    }

    private static DynamicTest text(String name, String expected, String envelope) {
        return refused(name, expected, TEXT, envelope.getBytes(StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> badEnvelopes() {
        String malformed = "PARAMETER_MALFORMED tại envelope";
        return Stream.of(
                text("nothing", malformed, ""),
                text("no XML", malformed, "xin chào"),
                text("cut short", malformed, ASKS.substring(0, ASKS.length() - 20)),
                text("more behind", malformed, ASKS + "<x/>"),
                text("a document type", malformed, "<!DOCTYPE s:Envelope>" + ASKS),
                text(
                        "an external entity",
                        malformed,
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + ASKS.replace("edoc", "&e;")),
                text(
                        "entities in entities",
                        malformed,
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                                + ASKS.replace("edoc", "&b;")),
                text("an entity nobody declared", malformed, ASKS.replace("edoc", "&e;")),
                text("an instruction", malformed, ASKS.replace("<s:Body>", "<?php x?><s:Body>")),
                text(
                        "deep",
                        malformed,
                        SoapText.envelope(
                                "<d:getDocument>" + "<d:a>".repeat(500) + "</d:a>".repeat(500) + "</d:getDocument>")),
                text(
                        "a word outside its list",
                        "PARAMETER_MALFORMED tại messageType",
                        ASKS.replace("edoc", "document")),
                text(
                        "a part without namespace",
                        "PARAMETER_MALFORMED tại soap:Body/messageType",
                        SoapText.envelope("<d:listReceived><messageType>edoc</messageType></d:listReceived>")),
                text(
                        "a packet that is no base64",
                        "PARAMETER_MALFORMED tại packet",
                        SoapText.envelope("<d:submitDocument><d:packet>@@@@</d:packet></d:submitDocument>")),
                text("many attributes", malformed, ASKS.replace("<s:Body>", "<s:Body " + attributes(200) + ">")),
                text(
                        "many elements",
                        "PARAMETER_MALFORMED tại ",
                        SoapText.envelope("<d:listReceived>" + "<a/>".repeat(15_000) + "</d:listReceived>")),
                refused("another encoding", malformed, TEXT, ASKS.getBytes(StandardCharsets.UTF_16)),
                text("another encoding said", malformed, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + ASKS),
                text("a page", malformed, "<html><body>xin chào</body></html>"),
                text("another envelope", malformed, SoapText.envelope("urn:x", "<d:listReceived/>")),
                text("no body", malformed, "<s:Envelope xmlns:s=\"" + SoapText.SOAP_11 + "\"/>"),
                text("an empty body", malformed, SoapText.envelope("")),
                text("two bodies", malformed, ASKS.replace("</s:Envelope>", "<s:Body/></s:Envelope>")),
                text("two operations", malformed, SoapText.envelope("<d:listReceived/><d:listReceived/>")),
                text("no operation of ours", "PARAMETER_MALFORMED tại soap:Body", SoapText.envelope("<d:deleteAll/>")),
                text("another namespace", "PARAMETER_MALFORMED tại soap:Body", ASKS.replace(Soap.NAMESPACE, "urn:x")),
                text(
                        "a packet inside that is too large",
                        "TOO_LARGE tại envelope",
                        SoapText.envelope(SoapText.submit("A".repeat(300_000)))));
    }

    private static String attributes(int many) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < many; at++) {
            all.append("a").append(at).append("=\"\" ");
        }
        return all.toString();
    }

    @TestFactory
    Stream<DynamicTest> badMessages() {
        return Stream.of(
                text("no packet", "PARAMETER_MISSING tại packet", SoapText.envelope("<d:submitDocument/>")),
                text("a packet that is none", "PACKET_", SoapText.envelope(SoapText.submit("AAAA"))),
                text("no type", "PARAMETER_MISSING tại messageType", SoapText.envelope("<d:listReceived/>")),
                text("no id", "PARAMETER_MISSING tại docId", SoapText.envelope("<d:getDocument/>")),
                text(
                        "a blank id",
                        "PARAMETER_MISSING tại docId",
                        SoapText.envelope("<d:getDocument><d:docId> </d:docId></d:getDocument>")),
                text(
                        "nobody's id",
                        "NOT_FOUND tại docId",
                        SoapText.envelope("<d:getDocument><d:docId>x</d:docId></d:getDocument>")),
                text(
                        "an element nobody knows",
                        "PARAMETER_MALFORMED tại soap:Body",
                        SoapText.envelope("<d:getDocument><d:x/></d:getDocument>")),
                text(
                        "a year nobody has",
                        "PARAMETER_MALFORMED tại since",
                        SoapText.envelope("<d:listSent><d:since>99999-01-01T00:00:00Z</d:since></d:listSent>")),
                text(
                        "a header that must be understood",
                        "PARAMETER_MALFORMED tại soap:Body",
                        ASKS.replace(
                                "<s:Body>",
                                "<s:Header><x xmlns=\"urn:x\" s:mustUnderstand=\"1\"/></s:Header><s:Body>")),
                refused(
                        "another action",
                        "PARAMETER_MALFORMED tại soap:Body",
                        TEXT,
                        ASKS.getBytes(StandardCharsets.UTF_8),
                        "SOAPAction",
                        "\"urn:lienthong:documents:1:getReceipt\""));
    }

    @TestFactory
    Stream<DynamicTest> badAttachments() {
        byte[] root = SoapText.root(SoapText.envelope(SoapText.submit(SoapText.include("cid:p1"))));
        byte[] packet = SoapText.packet("p1", LETTER);
        byte[] end = SoapText.end();
        return Stream.of(
                related("no parts", "PARAMETER_MALFORMED tại multipart", end),
                related("no packet", "PARAMETER_MISSING tại multipart", root, end),
                related("another id", "PARAMETER_MALFORMED tại multipart", root, SoapText.packet("p2", LETTER), end),
                related("two packets", "PARAMETER_MALFORMED tại multipart", root, packet, packet, end),
                related("cut short", "BODY_TRUNCATED tại body", root, packet),
                related(
                        "cut in the envelope",
                        "BODY_TRUNCATED tại body",
                        "--b0\r\n\r\n<s:".getBytes(StandardCharsets.UTF_8)),
                related("a packet for who asks", "PARAMETER_MALFORMED tại multipart", SoapText.root(ASKS), packet, end),
                related(
                        "a packet nobody includes",
                        "PARAMETER_MALFORMED tại multipart",
                        SoapText.root(SoapText.envelope(SoapText.submit("AAAA"))),
                        packet,
                        end),
                related(
                        "a packet from elsewhere",
                        "PARAMETER_MALFORMED tại xop:Include/@href",
                        SoapText.root(SoapText.envelope(SoapText.submit(SoapText.include("http://127.0.0.1/x")))),
                        end),
                related(
                        "an encoded part",
                        "PARAMETER_MALFORMED tại multipart",
                        root,
                        SoapText.part(
                                "Content-Transfer-Encoding: base64\r\nContent-ID: <p1>",
                                SoapText.base64(LETTER).getBytes(StandardCharsets.UTF_8)),
                        end),
                related(
                        "an envelope that is too large",
                        "TOO_LARGE tại envelope",
                        SoapText.root(SoapText.envelope(SoapText.submit("A".repeat(200_000)))),
                        end),
                related(
                        "a packet that is too large",
                        "TOO_LARGE tại body",
                        root,
                        SoapText.packet("p1", new byte[3 * 1024 * 1024]),
                        end),
                refused(
                        "no boundary",
                        "PARAMETER_MALFORMED tại multipart",
                        "multipart/related",
                        SoapText.joined(root, packet, end)));
    }

    private static DynamicTest related(String name, String expected, byte[]... parts) {
        return refused(name, expected, RELATED, SoapText.joined(parts));
    }

    @Test
    void theSameUnspoilt() throws Exception {
        byte[] root = SoapText.root(SoapText.envelope(SoapText.submit(SoapText.include("cid:p1"))));
        HttpResponse<String> answer = post(
                RELATED,
                SoapText.joined(root, SoapText.packet("p1", PlainLetter.of("G22", "H53", "lanh")), SoapText.end()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("repeated>false<");
        HttpResponse<String> inline = post(
                TEXT,
                SoapText.envelope(SoapText.submit(SoapText.base64(PlainLetter.of("G22", "H53", "lanh"))))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(inline.body()).contains("repeated>true<");
    }

    @Test
    void faultsAreInTheCallersVersion() throws Exception {
        HttpResponse<String> answer = post(
                "application/soap+xml; charset=UTF-8",
                SoapText.envelope(SoapText.SOAP_12, "<d:getDocument><d:docId>x</d:docId></d:getDocument>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/soap+xml");
        assertThat(answer.body()).contains(SoapText.SOAP_12, "<s:Value>s:Sender</s:Value>", "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Bearer sys-G22.1.x", "Basic c3lzLUcyMjpzZWNyZXQgb2YgRzIy", "Negotiate x"})
    void strangersAreNotRead(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(services.uri("/services/documents"))
                .header("Content-Type", TEXT)
                .POST(HttpRequest.BodyPublishers.ofString("<!DOCTYPE x>" + ASKS));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer = services.send(request.build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        boolean token = authorization.startsWith("Bearer ");
        assertThat(findings(answer))
                .containsExactly((token ? "CREDENTIALS_WRONG" : "CREDENTIALS_MISSING") + " tại Authorization");
        assertThat(answer.body()).doesNotContain("c3lz");
        assertThat(services.newestRefusal().channel()).isEqualTo(Channel.SOAP);
        assertThat(services.newestRefusal().findings().getFirst().code())
                .isIn(ErrorCode.CREDENTIALS_MISSING, ErrorCode.CREDENTIALS_WRONG);
    }

    @Test
    void otherMethodsAreNone() throws Exception {
        HttpResponse<String> answer = services.send(services.call("G22", "/services/documents")
                .PUT(HttpRequest.BodyPublishers.ofString(ASKS))
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("<s:Fault>").doesNotContainIgnoringCase("tomcat", "exception");
    }
}
