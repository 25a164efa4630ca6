package vn.lienthong.routes.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.routes.link.AxisClient;

/** Through the door of the provincial dialect, with a login before each call. */
record ThroughProvincial(HttpClient http, URI base, String systemId, String secret) implements Client {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String BOUNDARY = "ranh-gioi-cua-goi-tin";

    @Override
    public AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "edocFile\"; filename=\"goi-tin.edxml", file.content().get().readAllBytes());
        part(body, "messageType", messageType.getBytes(StandardCharsets.UTF_8));
        if (!to.isEmpty()) {
            part(body, "to", MAPPER.writeValueAsBytes(to));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return call(HttpRequest.newBuilder(uri("sendEdoc"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public List<Map<String, String>> received(String messageType) throws IOException, InterruptedException {
        List<Map<String, String>> items = new ArrayList<>();
        call(HttpRequest.newBuilder(uri(
                        "syncReceivedEdocList?messageType=" + messageType + "&fromDate=2020/01/01&toDate=2100/01/01")))
                .body()
                .get("data")
                .forEach(item -> items.add(Map.of("docId", item.get("docId").asString())));
        return items;
    }

    @Override
    public AxisClient.Answer get(String docId) throws IOException, InterruptedException {
        AxisClient.Answer answer = call(HttpRequest.newBuilder(uri("getEdoc?docId=" + docId)));
        ObjectNode body = MAPPER.createObjectNode();
        body.put("data", answer.body().path("data").path("data").asString(""));
        return new AxisClient.Answer(
                answer.status(), answer.errorCode(), answer.errorDescription(), body, answer.hop());
    }

    @Override
    public AxisClient.Download download(String docId) throws IOException, InterruptedException {
        AxisClient.Answer answer = get(docId);
        byte[] content = Base64.getDecoder().decode(answer.text("data"));
        return new AxisClient.Download(new ByteArrayInputStream(content), content.length, answer.hop());
    }

    @Override
    public AxisClient.Answer report(String docId, String status) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode().put("docId", docId).put("status", status);
        return call(HttpRequest.newBuilder(uri("updateStatus"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    }

    private AxisClient.Answer call(HttpRequest.Builder request) throws IOException, InterruptedException {
        AxisClient.Answer login = login();
        return login.isOk()
                ? answer(request.header("Authorization", "Bearer " + login.text("token"))
                        .header("X-SystemId", systemId)
                        .header("X-SecretKey", secret))
                : login;
    }

    private AxisClient.Answer login() throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode()
                .put("username", systemId)
                .put("password", secret)
                .put("applicationCode", "QLVB");
        return answer(HttpRequest.newBuilder(uri("auth/login?allow_anonymous=true"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    }

    private AxisClient.Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode json = MAPPER.readTree(response.body());
        ObjectNode body = json.asObject();
        body.put("DocId", json.path("docId").asString(""));
        return new AxisClient.Answer(
                json.path("code").asInt() == 200 ? "OK" : "FAIL",
                json.path("ErrorCode").asString(),
                json.path("message").asString(),
                body,
                response.headers().firstValue("LienThong-Trace"));
    }

    private URI uri(String path) {
        return URI.create(base + "/v1/" + path);
    }
}
