package vn.lienthong.routes.command.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.FreePorts;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.link.AxisClient;

/**
 * The check finds a careful client careful, and a careless one careless where it is. Each check is a process of its own that mostly waits for
 * what a client does not do: they wait beside each other.
 */
@Tag("ci")
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {
    private static final String SECRET = "khoa-cua-he-thong-thu";
    private static final int PAUSE_MS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Test
    void aCarefulClientOfTheAxisPasses() throws Exception {
        int port = FreePorts.next();
        JsonNode result = check("axis", port, 0, new AxisSystem(port, true));
        assertThat(failed(result)).as(result.toPrettyString()).isEmpty();
        assertThat(result.path("steps").size()).isEqualTo(10);
    }

    @Test
    void aCarelessOneFailsWhereItIsCareless() throws Exception {
        int port = FreePorts.next();
        JsonNode result = check("axis", port, 1, new AxisSystem(port, false));
        assertThat(failed(result))
                .as(result.toPrettyString())
                .containsExactlyInAnyOrder("busy", "lost", "cut", "twice", "status", "divided");
    }

    @Test
    void aCarefulClientOfRestPasses() throws Exception {
        int port = FreePorts.next();
        JsonNode result = check("rest", port, 0, new RestSystem(port));
        assertThat(failed(result)).as(result.toPrettyString()).isEmpty();
    }

    @Test
    void aCarefulClientOfSoapPasses() throws Exception {
        int port = FreePorts.next();
        JsonNode result = check("soap", port, 0, new SoapSystem(port));
        assertThat(failed(result)).as(result.toPrettyString()).isEmpty();
    }

    @Test
    void aCarefulClientOfAProvincialPlatformPasses() throws Exception {
        int port = FreePorts.next();
        JsonNode result = check("provincial", port, 0, new ProvincialSystem(port));
        assertThat(failed(result)).as(result.toPrettyString()).isEmpty();
    }

    private static Set<String> failed(JsonNode result) {
        return result.path("steps")
                .valueStream()
                .filter(step -> !step.path("passed").asBoolean())
                .map(step -> step.path("step").asString())
                .collect(Collectors.toSet());
    }

    private JsonNode check(String door, int port, int exit, ClientSystem client) throws Exception {
        Path result = folder.resolve("result.json");
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        FutureTask<CommandRun> command = new FutureTask<>(() -> CommandRun.within(
                Duration.ofMinutes(6),
                "conformance",
                "--door",
                door,
                "--port",
                String.valueOf(port),
                "--secret-file",
                secret.toString(),
                "--json",
                result.toString(),
                "--step-timeout",
                "45"));
        Thread.ofVirtual().start(command);
        Thread sending = Thread.ofVirtual().start(() -> repeat(client::sendNext));
        Thread collecting = Thread.ofVirtual().start(() -> repeat(client::collect));
        try {
            CommandRun run = command.get(7, TimeUnit.MINUTES);
            assertThat(run.exitCode()).as(run.output()).isEqualTo(exit);
            return JsonMapper.shared().readTree(Files.readAllBytes(result));
        } finally {
            sending.interrupt();
            collecting.interrupt();
        }
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    private static void repeat(Work work) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                try {
                    work.once();
                } catch (IOException | RuntimeException trouble) {
                    // Comes again: that is what a client does.
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Somebody's document system: each call goes on where the last one ended. */
    private interface ClientSystem {
        void sendNext() throws IOException, InterruptedException;

        void collect() throws IOException, InterruptedException;
    }

    private final class AxisSystem implements ClientSystem {
        private final AxisClient door;
        private final boolean careful;
        private final Set<String> known = new HashSet<>();
        private int number = 1;
        private boolean divided;

        AxisSystem(int port, boolean careful) {
            this.door = new AxisClient(
                    http,
                    URI.create("http://127.0.0.1:" + port + "/XrdAdapter/adapter"),
                    "he-thong-thu",
                    SECRET,
                    Duration.ofSeconds(60),
                    Clock.systemUTC());
            this.careful = careful;
        }

        @Override
        public void sendNext() throws IOException, InterruptedException {
            // In turn to a body that was divided, which gets the same one ever again, and to the partner. What is not
            // taken
            // is sent again before anything else; who is careless goes on with another one whatever happens.
            String to = divided ? Partner.DIVIDED : "G09";
            String which = divided ? careful ? "900" : "900" + number : "" + number;
            boolean taken = false;
            try {
                taken = door.send("G22", "edoc", List.of(), AxisClient.File.of(PlainLetter.of("G22", to, which)))
                        .isOk();
            } finally {
                if (taken || !careful) {
                    number++;
                    divided = !divided;
                }
            }
        }

        @Override
        public void collect() throws IOException, InterruptedException {
            for (Map<String, String> item : door.received("status")) {
                take(item.getOrDefault("docId", ""));
                door.report(item.getOrDefault("docId", ""), "done");
            }
            List<String> lines = door.received("edoc").stream()
                    .map(item -> item.getOrDefault("docId", ""))
                    .filter(docId -> careful || !known.contains(docId))
                    .toList();
            for (String docId : lines) {
                take(docId);
            }
            // As whoever confirms by the page: what a list names twice was fetched twice by then.
            for (String docId : careful ? List.<String>of() : lines) {
                door.report(docId, "done");
            }
        }

        private void take(String docId) throws IOException, InterruptedException {
            if (careful && known.contains(docId)) {
                door.report(docId, "done");
                return;
            }
            try {
                AxisClient.Answer copy = door.get(docId);
                String text = new String(Base64.getDecoder().decode(copy.text("data")), StandardCharsets.UTF_8);
                if (text.contains("<Attachment>")) {
                    tell(text);
                }
            } catch (IOException | RuntimeException damaged) {
                if (careful) {
                    return;
                }
            }
            known.add(docId);
            if (careful) {
                door.report(docId, "done");
            }
        }

        private void tell(String letter) throws IOException, InterruptedException {
            door.send("G22", "status", List.of(), AxisClient.File.of(status(letter, careful)));
        }
    }

    private static byte[] status(String letter, boolean careful) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PacketWriter()
                .write(
                        StatusMessage.at(
                                Instant.now(),
                                AgencyBlock.of("G22", "Bên được kiểm tra"),
                                new ResponseFor("G09", "", DateText.NONE, new DocumentId(documentId(letter))),
                                new StaffInfo("", "", "Nguyễn Văn Thử", "", "", ""),
                                careful ? StatusCode.ACCEPTED : StatusCode.PROCESSING,
                                ""),
                        bytes);
        return bytes.toByteArray();
    }

    private static String documentId(String letter) {
        return letter.replaceAll("(?s).*?DocumentId>([^<]*)<.*", "$1");
    }

    private final class RestSystem implements ClientSystem {
        private final String base;
        private final Set<String> known = new HashSet<>();
        private final Turn turn = new Turn();

        RestSystem(int port) {
            this.base = "http://127.0.0.1:" + port;
        }

        @Override
        public void sendNext() throws IOException, InterruptedException {
            if (post("/api/v1/documents", "application/xml", turn.letter()).statusCode() < 300) {
                turn.taken();
            }
        }

        @Override
        public void collect() throws IOException, InterruptedException {
            for (String kind : List.of("status", "document")) {
                JsonNode page = JsonMapper.shared()
                        .readTree(get("/api/v1/deliveries?kind=" + kind).body());
                for (JsonNode item : page.path("items")) {
                    take(item.path("docId").asString(), kind);
                }
            }
        }

        private void take(String docId, String kind) throws IOException, InterruptedException {
            String delivery = "/api/v1/deliveries/" + docId;
            if (known.contains(docId)) {
                post(delivery + "/confirm", "application/json", new byte[0]);
                return;
            }
            String text = get(delivery + "/content").body();
            if (kind.equals("document")) {
                post("/api/v1/statuses", "application/xml", status(text, true));
            }
            known.add(docId);
            post(delivery + "/confirm", "application/json", new byte[0]);
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, String type, byte[] body)
                throws IOException, InterruptedException {
            return http.send(
                    request(path)
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
            return HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + token(base));
        }
    }

    private String token(String base) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("he-thong-thu:" + SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> token = http.send(
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(token.body()).path("access_token").asString();
    }

    /** What a careful system sends next: to a body that was divided the same one ever again, in turn with the partner's. */
    private static final class Turn {
        private int number = 1;
        private boolean divided;

        byte[] letter() {
            return PlainLetter.of("G22", divided ? Partner.DIVIDED : "G09", divided ? "900" : "" + number);
        }

        void taken() {
            number += divided ? 0 : 1;
            divided = !divided;
        }
    }

    /** One that gives packets inline, in base64, and calls the address that the description names. */
    private final class SoapSystem implements ClientSystem {
        private final String base;
        private final Set<String> known = new HashSet<>();
        private final Turn turn = new Turn();

        SoapSystem(int port) {
            this.base = "http://127.0.0.1:" + port;
        }

        @Override
        public void sendNext() throws IOException, InterruptedException {
            if (submit("submitDocument", turn.letter())) {
                turn.taken();
            }
        }

        private boolean submit(String operation, byte[] packet) throws IOException, InterruptedException {
            return call("<d:" + operation + "><d:packet>" + Base64.getEncoder().encodeToString(packet)
                                    + "</d:packet></d:" + operation + ">")
                            .statusCode()
                    == 200;
        }

        @Override
        public void collect() throws IOException, InterruptedException {
            for (String type : List.of("status", "edoc")) {
                String list = call("<d:listReceived><d:messageType>" + type + "</d:messageType></d:listReceived>")
                        .body();
                for (String docId : all(list, "docId")) {
                    take(docId, type);
                }
            }
        }

        private void take(String docId, String type) throws IOException, InterruptedException {
            if (!known.contains(docId)) {
                String answer = call("<d:getDocument><d:docId>" + docId + "</d:docId></d:getDocument>")
                        .body();
                List<String> inline = all(answer, "packet");
                String packet = inline.isEmpty()
                        ? answer
                        : new String(Base64.getMimeDecoder().decode(inline.getFirst()), StandardCharsets.UTF_8);
                if (type.equals("edoc") && !submit("submitStatus", status(packet, true))) {
                    return;
                }
                known.add(docId);
            }
            call("<d:reportReceipt><d:docId>" + docId + "</d:docId><d:status>done</d:status></d:reportReceipt>");
        }

        private HttpResponse<String> call(String operation) throws IOException, InterruptedException {
            String wsdl = http.send(
                            HttpRequest.newBuilder(URI.create(base + "/services/documents?wsdl"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            String address = wsdl.replaceAll("(?s).*?address location=\"([^\"]*)\".*", "$1");
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + token(base))
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                                            + " xmlns:d=\"urn:lienthong:documents:1\"><s:Body>" + operation
                                            + "</s:Body></s:Envelope>"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static List<String> all(String xml, String element) {
            return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]+)<")
                    .matcher(xml)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    /** One that says statuses by number, as programs for platforms do. */
    private final class ProvincialSystem implements ClientSystem {
        private final String base;
        private final Set<String> known = new HashSet<>();
        private final Turn turn = new Turn();

        ProvincialSystem(int port) {
            this.base = "http://127.0.0.1:" + port + "/v1/";
        }

        @Override
        public void sendNext() throws IOException, InterruptedException {
            if (send(turn.letter())) {
                turn.taken();
            }
        }

        private boolean send(byte[] packet) throws IOException, InterruptedException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"edocFile\"; filename=\"a\"\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(packet);
            body.writeBytes("\r\n--b\r\nContent-Disposition: form-data; name=\"messageType\"\r\n\r\nedoc\r\n--b--\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            return isGood(answer(request("sendEdoc")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
        }

        @Override
        public void collect() throws IOException, InterruptedException {
            for (String type : List.of("status", "edoc")) {
                for (JsonNode item : answer(request("syncReceivedEdocList?messageType=" + type))
                        .path("data")) {
                    take(item.path("docId").asString(), type);
                }
            }
        }

        private void take(String docId, String type) throws IOException, InterruptedException {
            if (!known.contains(docId)) {
                JsonNode copy = answer(request("getEdoc?docId=" + docId));
                Base64.getDecoder().decode(copy.path("data").path("data").asString());
                known.add(docId);
                if (type.equals("edoc")) {
                    update(docId, "3");
                    return;
                }
            }
            update(docId, "done");
        }

        private void update(String docId, String status) throws IOException, InterruptedException {
            answer(request("updateStatus")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"docId\":\"" + docId + "\",\"status\":\"" + status + "\"}")));
        }

        private static boolean isGood(JsonNode answer) {
            return answer.path("code").asInt() == 200;
        }

        private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
            return JsonMapper.shared()
                    .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }

        private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
            JsonNode login = JsonMapper.shared()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(URI.create(base + "auth/login"))
                                            .header("Content-Type", "application/json")
                                            .POST(HttpRequest.BodyPublishers.ofString(
                                                    "{\"username\":\"he-thong-thu\",\"password\":\"" + SECRET + "\"}"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
            return HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + login.path("token").asString())
                    .header("X-SystemId", "he-thong-thu")
                    .header("X-SecretKey", asHeader(SECRET));
        }

        /** Bytes of UTF-8, one a character. */
        private static String asHeader(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
    }
}
