package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A client of the axis dialect for whoever stands before our own door: demo, bench and tests. Unlike the existing client
 * library it dates every call afresh, carries no parameters from one call to the next, and has time-outs. The gateway
 * itself calls its neighbours by {@link AxisLink}.
 */
public final class AxisClient {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI base;
    private final SignAxisCall signing;
    private final Duration timeout;

    /**
     * A client of one adapter for one system.
     *
     * @param base the adapter's address, such as {@code https://host/XrdAdapter/adapter}
     * @param timeout of one whole call
     */
    public AxisClient(HttpClient http, URI base, String systemId, String secret, Duration timeout, Clock clock) {
        this.http = http;
        this.base = base;
        this.signing = new SignAxisCall(systemId, secret.getBytes(StandardCharsets.UTF_8), clock);
        this.timeout = timeout;
    }

    /**
     * An answer of the dialect.
     *
     * @param hop the last station of a copy whose trace does not hold it, as the link header says it
     */
    public record Answer(
            String status, String errorCode, String errorDescription, JsonNode body, Optional<String> hop) {

        public boolean isOk() {
            return status.equals("OK");
        }

        /** A member as text; empty where there is none. */
        public String text(String member) {
            return body.path(member).asString("");
        }
    }

    /**
     * A copy on its way; closing its content ends it.
     *
     * @param hop as in {@link Answer}
     */
    public record Download(InputStream content, long length, Optional<String> hop) {}

    /** One file to send: opened as often as needed. */
    public record File(Sha256 digest, long length, Supplier<InputStream> content) {

        public static File of(byte[] bytes) {
            return new File(Sha256.of(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /**
     * Sends a packet.
     *
     * @param messageType {@code edoc} or {@code status}
     * @param to recipients that narrow the packet's; empty means all of them
     */
    public Answer send(String from, String messageType, List<String> to, File file)
            throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from);
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", messageType);
        if (!to.isEmpty()) {
            parameters.put("to", MAPPER.writeValueAsString(to));
        }
        parameters.put("hash-file", file.digest().hex());
        AxisFile part =
                new AxisFile(file.digest(), file.length(), () -> file.content().get());
        return call("sendEdoc", parameters, part.contentType(), part.body("file_doc", Map.of()));
    }

    /** What waits to be collected; each item has {@code docId}, {@code from}, {@code to}, {@code status}. */
    public List<Map<String, String>> received(String messageType) throws IOException, InterruptedException {
        Answer answer = post("getReceivedEdocList", Map.of("servicetype", "eDoc", "messagetype", messageType));
        return items(answer);
    }

    /** What became of what was sent; all of it, or what has the sender's transport id. */
    public List<Map<String, String>> sent(Optional<String> docId) throws IOException, InterruptedException {
        return items(
                post("getSentEdocList", docId.map(id -> Map.of("docId", id)).orElse(Map.of())));
    }

    public Answer get(String docId) throws IOException, InterruptedException {
        return post("getEdoc", Map.of("docId", docId));
    }

    /** Streams a copy; the caller closes it. */
    public Download download(String docId) throws IOException, InterruptedException {
        HttpRequest request = request("downloadEdoc", Map.of("docId", docId), Optional.empty())
                .GET()
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        return new Download(
                response.body(),
                response.headers().firstValueAsLong("Content-Length").orElse(-1),
                hop(response));
    }

    /** Reports {@code processing}, {@code done} or {@code fail}. */
    public Answer report(String docId, String status) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("docId", docId);
        parameters.put("status", status);
        return post("updateStatus", parameters);
    }

    /** Any other POST operation, with an empty body. */
    public Answer post(String operation, Map<String, String> parameters) throws IOException, InterruptedException {
        return call(operation, parameters, "application/json", HttpRequest.BodyPublishers.noBody());
    }

    private Answer call(String operation, Map<String, String> parameters, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request =
                request(operation, parameters, Optional.of(type)).POST(body).build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode json = MAPPER.readTree(response.body());
        return new Answer(
                json.path("status").asString(""),
                json.path("ErrorCode").asString(""),
                json.path("ErrorDesc").asString(""),
                json,
                hop(response));
    }

    private static Optional<String> hop(HttpResponse<?> response) {
        return response.headers().firstValue(OutgoingBytes.Copy.TRACE_HEADER);
    }

    private HttpRequest.Builder request(String operation, Map<String, String> parameters, Optional<String> type) {
        return signing.request(parameters, type)
                .uri(URI.create(base + "/" + operation))
                .timeout(timeout);
    }

    private static List<Map<String, String>> items(Answer answer) {
        if (!answer.isOk()) {
            throw new UncheckedIOException(new IOException(answer.errorCode() + " " + answer.errorDescription()));
        }
        return answer.body().path("data").valueStream().map(AxisClient::item).toList();
    }

    private static Map<String, String> item(JsonNode node) {
        Map<String, String> item = new LinkedHashMap<>();
        node.propertyStream()
                .forEach(member -> item.put(member.getKey(), member.getValue().asString("")));
        return item;
    }
}
