package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.DocumentForm;
import vn.lienthong.routes.door.ServicesFixture;

class RestDoorTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of("door.max-listed", "4"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<String> get(String code, String path, String... headers) throws Exception {
        HttpRequest.Builder request = services.call(code, "/api/v1" + path);
        return services.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static HttpResponse<String> post(String code, String path, String type, byte[] body, String... headers)
            throws Exception {
        HttpRequest.Builder request = services.call(code, "/api/v1" + path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return services.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static HttpResponse<String> post(String code, String path, String json) throws Exception {
        return post(code, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String from, String to, String number) throws Exception {
        return post(from, "/documents", "application/xml", PlainLetter.of(from, to, number));
    }

    private static List<String> docIds(String code, String kind) throws Exception {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get(code, "/deliveries?kind=" + kind + cursor));
            page.get("items").forEach(item -> all.add(item.get("docId").asString()));
            cursor = "&cursor=" + page.get("next").asString();
        } while (!cursor.equals("&cursor="));
        return all;
    }

    /** The copy for the recipient of a document, by what the recipient may see. */
    private static String docId(String code, String document) throws Exception {
        return json(get(code, "/documents/" + document))
                .get("deliveries")
                .get(0)
                .get("docId")
                .asString();
    }

    /** As the door for SOAP serves it to whoever asks. */
    private static String sampleStatus() throws Exception {
        return services.send(HttpRequest.newBuilder(services.uri("/services/documents?sample-status"))
                        .build())
                .body();
    }

    @Test
    void aPacketIsTakenOnceAndFollowedByItsSender() throws Exception {
        HttpResponse<String> taken = send("G22", "H53", "101");
        assertThat(taken.statusCode()).isEqualTo(201);
        String id = json(taken).get("id").asString();
        assertThat(taken.headers().firstValue("Location")).contains("/api/v1/documents/" + id);
        assertThat(taken.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> again = send("G22", "H53", "101");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("id").asString()).isEqualTo(id);

        HttpResponse<String> read = get("G22", "/documents/" + id);
        JsonNode dossier = json(read);
        assertThat(dossier.get("symbol").asString()).isEqualTo("101/TT-VP");
        assertThat(dossier.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(dossier.get("deliveries").get(0).get("to").asString()).isEqualTo("H53");
        assertThat(dossier.get("deliveries").get(0).has("docId")).isFalse();
        assertThat(dossier.get("entries").get(0).get("event").asString()).isEqualTo("SubmissionAcceptance");
        assertThat(dossier.get("sha256").asString())
                .isEqualTo(Sha256.of(PlainLetter.of("G22", "H53", "101")).hex());
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(get("G22", "/documents/" + id, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("G22", "/documents/" + id, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);

        HttpResponse<String> receipt = get("G22", "/documents/" + id + "/receipt");
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.headers().firstValue("Content-Type")).contains("application/pkcs7-mime");
        assertThat(receipt.body()).contains(id);
    }

    @Test
    void aRecipientSeesItsOwnCopyAndAStrangerNothing() throws Exception {
        String both = new String(PlainLetter.of("G22", "H53", "102"), StandardCharsets.UTF_8)
                .replace("</To>", "</To><To><OrganId>H41</OrganId><OrganName>Cơ quan nhận</OrganName></To>");
        String id = json(post("G22", "/documents", "application/xml", both.getBytes(StandardCharsets.UTF_8)))
                .get("id")
                .asString();
        JsonNode own = json(get("H53", "/documents/" + id));
        assertThat(own.get("deliveries")).hasSize(1);
        assertThat(own.get("deliveries").get(0).get("to").asString()).isEqualTo("H53");
        assertThat(own.has("recipients")).isFalse();
        assertThat(own.has("docId")).isFalse();
        String others = docId("H41", id);
        assertThat(own.toString()).doesNotContain(others);
        for (String path : List.of("", "/receipt")) {
            assertThat(get("G17", "/documents/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(get("H53", "/documents/" + id + "/receipt").statusCode()).isEqualTo(404);
        assertThat(post("H53", "/documents/" + id + "/recall", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("H53", "/deliveries/" + others + "/content").statusCode())
                .isEqualTo(404);
        assertThat(post("H53", "/deliveries/" + others + "/confirm", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void fieldsAndFilesBecomeAPacketThatItsRecipientReads() throws Exception {
        byte[] form = Form.letter("G22", "H53", "103").bytes();
        HttpResponse<String> taken =
                post("G22", "/documents", Form.TYPE, form, "Content-Digest", BodyDigest.header(Sha256.of(form)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String docId = docId("H53", json(taken).get("id").asString());
        assertThat(services.send(services.call("H53", "/api/v1/deliveries/" + docId + "/content")
                                .HEAD()
                                .build())
                        .statusCode())
                .as("nothing is taken without its bytes")
                .isEqualTo(405);
        HttpResponse<String> content = get("H53", "/deliveries/" + docId + "/content");
        assertThat(content.headers().firstValue("Content-Digest"))
                .contains(BodyDigest.header(Sha256.of(content.body().getBytes(StandardCharsets.UTF_8))));
        Packet packet = read(content.body());
        assertThat(packet.documentId().value()).isEqualTo("G22,2026/11/02,103/TT-VP");
        assertThat(packet.subject()).isEqualTo("Về việc <thử>");
        assertThat(packet.to().getFirst().organName()).contains("Tây Ninh");
        assertThat(packet.otherInfo().priority()).isEqualTo("2");
        assertThat(packet.attachments().getFirst().name()).isEqualTo("công văn.txt");
        assertThat(packet.attachments().getFirst().content().orElseThrow().digest())
                .isEqualTo(Sha256.of(Form.FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(post("G22", "/documents", Form.TYPE, form).statusCode())
                .as("the same form is the same document")
                .isEqualTo(200);
        try (Stream<Path> left = Files.walk(folder.resolve("scratch"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static Packet read(String xml) throws Exception {
        PacketReading reading = new PacketReader(PacketLimits.defaults())
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), AttachmentStore.discarding());
        return (Packet) ((PacketReading.Understood) reading).message();
    }

    /** What is added to a document that is out, and who cannot be reached, is not found out by asking later. */
    @Test
    void theAnswerTellsOfRecipientsThatWereAddedAndThatNobodyReaches() throws Exception {
        String once = Form.fields("G22", "H53", "190");
        assertThat(post("G22", "/documents", Form.TYPE, Form.of(once).bytes()).statusCode())
                .isEqualTo(201);
        HttpResponse<String> wider = post(
                "G22",
                "/documents",
                Form.TYPE,
                Form.of(once.replace("[\"H53\"]", "[\"H53\",\"G01\"]")).bytes());
        assertThat(wider.statusCode()).as(wider.body()).isEqualTo(200);
        assertThat(json(wider).get("findings").valueStream().map(finding -> finding.get("code")
                        .asString()))
                .contains("RECIPIENTS_ADDED", "RECIPIENT_UNREACHABLE");
        HttpResponse<String> same =
                post("G22", "/documents", Form.TYPE, Form.of(once).bytes());
        assertThat(same.body()).doesNotContain("RECIPIENTS_ADDED");
    }

    /** Who sends without edXML receives without it too: what the packet says as JSON, and the file as it was. */
    @Test
    void aRecipientReadsWithoutKnowingOfPackets() throws Exception {
        String id = json(post(
                        "G22",
                        "/documents",
                        Form.TYPE,
                        Form.letter("G22", "H53", "192").bytes()))
                .get("id")
                .asString();
        String docId = docId("H53", id);
        HttpResponse<String> opened = get("H53", "/deliveries/" + docId + "/document");
        JsonNode document = json(opened);
        assertThat(document.get("documentId").asString()).isEqualTo("G22,2026/11/02,192/TT-VP");
        assertThat(document.get("date").asString()).isEqualTo("2026-11-02");
        assertThat(document.get("action").asString()).isEqualTo("NEW");
        assertThat(document.get("signer").get("fullName").asString()).isEqualTo("Nguyễn Văn Thử");
        JsonNode file = document.get("files").get(0);
        assertThat(file.get("name").asString()).isEqualTo("công văn.txt");
        String path = file.get("url").asString().substring("/api/v1".length());
        HttpResponse<String> read = get("H53", path);
        assertThat(read.body()).isEqualTo(Form.FILE);
        Sha256 digest = Sha256.of(Form.FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(file.get("sha256").asString()).isEqualTo(digest.hex());
        assertThat(read.headers().firstValue("Content-Digest")).contains(BodyDigest.header(digest));
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(get("H53", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("H53", "/deliveries/" + docId + "/files/2").statusCode()).isEqualTo(404);
        assertThat(get("H53", "/deliveries/" + docId + "/files/0").statusCode()).isEqualTo(404);
        assertThat(get("H41", path).statusCode()).isEqualTo(404);
        assertThat(get("G22", "/deliveries/" + docId + "/document").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereNothingLeavesNothingCountsAsTaken() throws Exception {
        String id = json(send("G22", "H53", "194")).get("id").asString();
        String docId = docId("H53", id);
        assertThat(get("H53", "/deliveries/" + docId + "/files/999").statusCode())
                .isEqualTo(404);
        post("G22", "/documents/" + id + "/recall", "{\"reason\":\"Gửi nhầm\"}");
        JsonNode dossier = json(get("G22", "/documents/" + id));
        assertThat(dossier.get("deliveries").get(0).get("state").asString())
                .as("a recall need not ask")
                .isEqualTo("WITHDRAWN");
        assertThat(get("H53", "/deliveries/" + docId + "/document").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDocumentWithoutAFileIsNotSent() throws Exception {
        byte[] form = new Form().document(Form.fields("G22", "H53", "191")).bytes();
        HttpResponse<String> answer = post("G22", "/documents", Form.TYPE, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("findings").get(0).get("where").asString()).isEqualTo("file");
    }

    /** Kept, since a packet may come from a system with codes of tomorrow; but its sender hears of it. */
    @Test
    void aStatusOfAnUnknownCodeIsRefusedInAFormAndToldInAPacket() throws Exception {
        String form = "{\"from\":\"H53\",\"to\":\"G22\",\"documentId\":\"khong-co\",\"code\":\"%s\"}";
        assertThat(post("H53", "/statuses", form.formatted("99")).statusCode()).isEqualTo(422);
        assertThat(post("H53", "/statuses", form.formatted("03").replace("G22", ""))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> waits = post("H53", "/statuses", form.formatted("03"));
        assertThat(waits.statusCode()).isEqualTo(202);
        assertThat(json(waits).get("findings").get(0).get("code").asString()).isEqualTo("NOT_FOUND");
        byte[] sample = sampleStatus()
                .replace("<edXML:StatusCode>03", "<edXML:StatusCode>99")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> kept = post("H53", "/statuses", "application/xml", sample);
        assertThat(kept.statusCode()).isEqualTo(202);
        assertThat(kept.body()).contains("FIELD_VALUE_UNKNOWN");
        byte[] nobody = sampleStatus()
                .replace("<edXML:ResponseFor><edXML:OrganId>G22</edXML:OrganId>", "<edXML:ResponseFor>")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> refused = post("H53", "/statuses", "application/xml", nobody);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("MessageHeader/ResponseFor/OrganId");
    }

    @Test
    void aRepeatUnderItsKeyIsAnsweredTheSame() throws Exception {
        String[] key = {"Idempotency-Key", "k".repeat(256)};
        byte[] form = Form.letter("G22", "H53", "104").bytes();
        String[] usable = {"Idempotency-Key", "lan-1"};
        assertThat(post("G22", "/documents", Form.TYPE, form, key).statusCode()).isEqualTo(400);
        HttpResponse<String> first = post("G22", "/documents", Form.TYPE, form, usable);
        HttpResponse<String> again = post("G22", "/documents", Form.TYPE, form, usable);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        HttpResponse<String> other = post(
                "G22", "/documents", Form.TYPE, Form.letter("G22", "H53", "105").bytes(), usable);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("findings").get(0).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(post(
                                "H41",
                                "/documents",
                                Form.TYPE,
                                Form.letter("H41", "H53", "1").bytes(),
                                usable)
                        .statusCode())
                .as("another system's key")
                .isEqualTo(201);
    }

    @Test
    void collectingLeasesFetchesFailsAndConfirms() throws Exception {
        String first = docId("H41", json(send("G22", "H41", "106")).get("id").asString());
        String second = docId("H41", json(send("G22", "H41", "107")).get("id").asString());
        assertThat(docIds("H41", "document")).containsSubsequence(first, second);
        assertThat(post("H41", "/deliveries/" + first + "/lease", "").statusCode())
                .isEqualTo(204);
        assertThat(docIds("H41", "document")).containsSubsequence(second, first);
        assertThat(post("H41", "/deliveries/" + first + "/fail", "").statusCode())
                .isEqualTo(204);
        assertThat(docIds("H41", "document")).containsSubsequence(first, second);
        assertThat(get("H41", "/deliveries/" + first + "/content").statusCode()).isEqualTo(200);
        assertThat(post("H41", "/deliveries/" + first + "/confirm", "").statusCode())
                .isEqualTo(204);
        assertThat(post("H41", "/deliveries/" + first + "/confirm", "").statusCode())
                .isEqualTo(204);
        assertThat(post("H41", "/deliveries/" + first + "/fail", "").statusCode())
                .isEqualTo(409);
        assertThat(docIds("H41", "document")).contains(second).doesNotContain(first);
    }

    @Test
    void listsComeInPages() throws Exception {
        Set<String> sent = new TreeSet<>();
        for (int number = 1; number <= 6; number++) {
            sent.add(json(send("H01", "G17", "20" + number)).get("id").asString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("H01", "/documents?limit=4" + cursor));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(4);
            page.get("items").forEach(item -> read.add(item.get("id").asString()));
            cursor = "&cursor=" + page.get("next").asString();
        } while (!cursor.equals("&cursor="));
        assertThat(read).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(read)).isEqualTo(sent);
        assertThat(docIds("G17", "document")).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aStatusComesBackAndARecallTakesWhatNobodyHas() throws Exception {
        String id = json(send("G22", "H53", "108")).get("id").asString();
        String status = "{\"from\":\"H53\",\"to\":\"G22\",\"documentId\":\"G22,2026/11/02,108/TT-VP\","
                + "\"symbol\":\"108/TT-VP\",\"date\":\"2026-11-02\",\"code\":\"03\",\"description\":\"Đã vào sổ\"}";
        HttpResponse<String> reported = post("H53", "/statuses", status);
        assertThat(reported.statusCode()).as(reported.body()).isEqualTo(201);
        assertThat(json(get("G22", "/documents/" + id))
                        .get("statuses")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("03");
        List<String> back = docIds("G22", "status");
        assertThat(get("G22", "/deliveries/" + back.getLast() + "/document").statusCode())
                .isEqualTo(409);
        assertThat(get("G22", "/deliveries/" + back.getLast() + "/content").body())
                .contains("Đã vào sổ");

        String fresh = json(send("G22", "H53", "109")).get("id").asString();
        HttpResponse<String> recalled = post("G22", "/documents/" + fresh + "/recall", "{\"reason\":\"Gửi nhầm\"}");
        assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(201);
        JsonNode dossier = json(get("G22", "/documents/" + fresh));
        assertThat(dossier.get("deliveries").get(0).get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(dossier.get("lineage")).hasSize(2);
        assertThat(post("G22", "/documents/" + fresh + "/recall", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsReadAsOfADate() throws Exception {
        JsonNode now = json(get("G22", "/agencies/H53"));
        assertThat(now.get("outcome").asString()).isEqualTo("resolved");
        assertThat(now.get("agency").get("name").asString()).contains("Tây Ninh");
        JsonNode before = json(get("G22", "/agencies/H53?at=2024-05-01"));
        assertThat(before.get("outcome").asString()).isEqualTo("succeeded");
        assertThat(before.get("path").size()).isPositive();
        JsonNode closed = json(get("G22", "/agencies/H39?at=2025-06-30"));
        assertThat(closed.get("then").get("name").asString()).contains("Long An");
        assertThat(closed.get("agency").get("name").asString()).contains("Tây Ninh");
        assertThat(json(get("G22", "/agencies/H39?at=2025-07-02")).has("then")).isFalse();
        assertThat(json(get("G22", "/agencies/H99")).get("outcome").asString()).isEqualTo("unknown");
        assertThat(json(get("G22", "/agencies?query=tay%20ninh")).get("items").toString())
                .contains("H53");
        JsonNode page = json(get("G22", "/agencies?limit=2"));
        assertThat(page.get("items")).hasSize(2);
        assertThat(json(get(
                                "G22",
                                "/agencies?limit=2&cursor=" + page.get("next").asString()))
                        .get("items")
                        .toString())
                .isNotEqualTo(page.get("items").toString());
    }

    @Test
    void theDescriptionNamesExactlyWhatIsThere() throws Exception {
        HttpResponse<String> described = services.send(
                HttpRequest.newBuilder(services.uri("/api/v1/openapi.json")).build());
        JsonNode description = json(described);
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        Set<String> said = new TreeSet<>();
        description.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> said.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        services.part(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mappings -> ((RequestMappingHandlerMapping) mappings).getHandlerMethods().keySet().stream())
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(RestPaths.BASE))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> there.add(method + " " + path))));
        assertThat(said).isEqualTo(there);
        Set<String> fields = new TreeSet<>();
        for (var component : DocumentForm.class.getRecordComponents()) {
            fields.add(component.getName());
        }
        assertThat(new TreeSet<>(description
                        .get("components")
                        .get("schemas")
                        .get("DocumentForm")
                        .get("properties")
                        .propertyNames()))
                .isEqualTo(fields);
    }

    @Test
    void thePageToTryItRunsNothingButOwnScripts() throws Exception {
        for (String file : List.of("index.html", "door.js", "errors.css", "swagger-ui.css", "swagger-ui-bundle.js")) {
            HttpResponse<String> answer = services.send(
                    HttpRequest.newBuilder(services.uri("/api/v1/docs/" + file)).build());
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
        }
        assertThat(services.send(HttpRequest.newBuilder(services.uri("/api/v1/docs"))
                                .build())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/api/v1/docs/index.html");
    }

    @Test
    void everyErrorHasItsPage() throws Exception {
        HttpResponse<String> all = services.send(
                HttpRequest.newBuilder(services.uri("/api/v1/errors")).build());
        assertThat(json(all).get("items")).hasSize(ErrorCode.values().length);
        HttpResponse<String> one =
                services.send(HttpRequest.newBuilder(services.uri(Problems.type(ErrorCode.TOO_LARGE)))
                        .build());
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(one.body())
                        .get("status")
                        .asInt())
                .isEqualTo(413);
        HttpResponse<String> page = services.send(HttpRequest.newBuilder(services.uri("/api/v1/errors"))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(page.body()).contains("id=\"" + code + "\"", code.vietnamese());
        }
        assertThat(services.send(HttpRequest.newBuilder(services.uri("/api/v1/errors/TOO_LARGE"))
                                .header("Accept", "text/html")
                                .build())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/api/v1/errors#TOO_LARGE");
        assertThat(services.send(HttpRequest.newBuilder(services.uri("/api/v1/errors/NONE"))
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }
}
