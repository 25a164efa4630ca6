package vn.lienthong.routes.door.provincial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.lienthong.routes.door.ServicesFixture;

/** An agency's program for its province's platform, as such programs are: one login, kept for all its calls. */
final class Program {

    private static final String TYPE = "multipart/form-data; boundary=----khung";
    private static final Map<String, String> TOKENS = new HashMap<>();

    private final ServicesFixture services;
    private final String systemId;
    private final String secret;

    Program(ServicesFixture services, String systemId, String secret) {
        this.services = services;
        this.systemId = systemId;
        this.secret = secret;
    }

    static Program of(ServicesFixture services, String code) {
        return new Program(services, "sys-" + code, "secret of " + code);
    }

    HttpResponse<String> login(String body) throws IOException, InterruptedException {
        return services.send(HttpRequest.newBuilder(services.uri("/v1/auth/login?allow_anonymous=true"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> login() throws IOException, InterruptedException {
        return login("{\"username\":\"" + systemId + "\",\"password\":\"" + secret + "\",\"applicationCode\":\"QLVB\","
                + "\"otp\":null,\"twoFactorProvider\":null,\"typeObjs\":[0,1]}");
    }

    String token() throws IOException, InterruptedException {
        String key = services.port() + systemId + secret;
        if (!TOKENS.containsKey(key)) {
            TOKENS.put(
                    key, ServicesFixture.json(login()).get("data").get("token").asString());
        }
        return TOKENS.get(key);
    }

    /** A call with everything that belongs to it but the method. */
    HttpRequest.Builder call(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(services.uri("/v1/" + path))
                .header("Authorization", "Bearer " + token())
                .header("X-SystemId", systemId)
                .header("X-SecretKey", secret);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ServicesFixture.json(services.send(call(path).build()));
    }

    JsonNode send(byte[] packet, String messageType) throws IOException, InterruptedException {
        return ServicesFixture.json(services.send(sending(
                        part("edocFile\"; filename=\"van-ban.edxml", packet),
                        part("messageType", messageType.getBytes(StandardCharsets.UTF_8)))
                .build()));
    }

    HttpRequest.Builder sending(byte[]... parts) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes("------khung--\r\n".getBytes(StandardCharsets.US_ASCII));
        return call("sendEdoc")
                .header("Content-Type", TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    static byte[] part(String name, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("------khung\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    JsonNode update(String docId, String status) throws IOException, InterruptedException {
        return update("{\"docId\":\"" + docId + "\",\"status\":\"" + status + "\"}");
    }

    JsonNode update(String body) throws IOException, InterruptedException {
        return ServicesFixture.json(services.send(call("updateStatus")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** The newest copy that waits. */
    String newest(String messageType) throws IOException, InterruptedException {
        JsonNode data = get("syncReceivedEdocList?messageType=" + messageType).get("data");
        return data.get(data.size() - 1).get("docId").asString();
    }
}
