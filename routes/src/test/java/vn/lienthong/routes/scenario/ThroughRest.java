package vn.lienthong.routes.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.routes.link.AxisClient;

/** Through the REST door, with a token asked for before each call. */
record ThroughRest(HttpClient http, URI base, AskForToken token) implements Client {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException, InterruptedException {
        String path = messageType.equals("edoc") ? "/documents" : "/statuses";
        StringBuilder query = new StringBuilder("?from=" + from);
        to.forEach(code -> query.append("&to=").append(code));
        byte[] body = file.content().get().readAllBytes();
        return call(path + query, Optional.of(body));
    }

    @Override
    public List<Map<String, String>> received(String messageType) throws IOException, InterruptedException {
        List<Map<String, String>> items = new ArrayList<>();
        String kind = messageType.equals("edoc") ? "document" : "status";
        String cursor = "";
        do {
            JsonNode page = call("/deliveries?limit=3&kind=" + kind + cursor, Optional.empty())
                    .body();
            page.get("items")
                    .forEach(item -> items.add(Map.of("docId", item.get("docId").asString())));
            cursor = "&cursor=" + page.get("next").asString();
        } while (!cursor.equals("&cursor="));
        return items;
    }

    @Override
    public AxisClient.Answer get(String docId) throws IOException, InterruptedException {
        AxisClient.Download download = download(docId);
        ObjectNode body = MAPPER.createObjectNode();
        try (InputStream in = download.content()) {
            body.put("data", Base64.getEncoder().encodeToString(in.readAllBytes()));
        }
        return new AxisClient.Answer("OK", "0", "", body, download.hop());
    }

    @Override
    public AxisClient.Download download(String docId) throws IOException, InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request("/deliveries/" + docId + "/content").build(), HttpResponse.BodyHandlers.ofByteArray());
            return new AxisClient.Download(
                    new ByteArrayInputStream(answer.body()),
                    answer.headers().firstValueAsLong("Content-Length").orElse(-1),
                    answer.headers().firstValue("LienThong-Trace"));
        } catch (AskForToken.NotLetIn e) {
            throw new IOException(e);
        }
    }

    @Override
    public AxisClient.Answer report(String docId, String status) throws IOException, InterruptedException {
        String verb =
                switch (status) {
                    case "processing" -> "lease";
                    case "done" -> "confirm";
                    default -> "fail";
                };
        return call("/deliveries/" + docId + "/" + verb, Optional.of(new byte[0]));
    }

    private AxisClient.Answer call(String path, Optional<byte[]> body) throws IOException, InterruptedException {
        try {
            HttpRequest.Builder request = request(path);
            body.ifPresent(bytes -> request.header("Content-Type", "application/xml")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (AskForToken.NotLetIn e) {
            return new AxisClient.Answer(
                    "FAIL", "", String.valueOf(e.getMessage()), MAPPER.createObjectNode(), Optional.empty());
        }
    }

    private static AxisClient.Answer answer(HttpResponse<String> response) {
        JsonNode json = response.body().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(response.body());
        ObjectNode body = json.asObject();
        if (json.has("docId")) {
            body.put("DocId", json.get("docId").asString());
        }
        boolean ok = response.statusCode() < 300;
        return new AxisClient.Answer(ok ? "OK" : "FAIL", "", ok ? "" : response.body(), body, Optional.empty());
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException, AskForToken.NotLetIn {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.ask());
    }
}
