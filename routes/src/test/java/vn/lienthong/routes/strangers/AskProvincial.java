package vn.lienthong.routes.strangers;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes calls in the dialect of provincial platforms: a token lets in, id and secret say again who it is. */
record AskProvincial(House house) {

    HttpRequest.Builder make(Operation operation, String with, String id, byte[] body, Shown who) {
        HttpRequest.Builder request = call(operation.path() + query(with, id), operation.givesTokens(), who);
        if (!operation.writes()) {
            return request.GET();
        }
        return switch (with) {
            case "letter" -> packet(request, "edoc", body);
            case "status" -> packet(request, "status", body);
            case "secret" -> json(request, login(who));
            case "accepted" -> json(request, Map.of("docId", id, "status", "03"));
            default -> json(request, Map.of("docId", id, "status", with));
        };
    }

    /** Hands a packet in, whatever it says and whoever it is of. */
    HttpRequest.Builder hand(String messageType, byte[] packet, Shown who) {
        return packet(call("/v1/sendEdoc", false, who), messageType, packet);
    }

    private static String query(String with, String id) {
        return switch (with) {
            case "id" -> "?docId=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
            case "edoc" -> "?messageType=edoc";
            case "statuses" -> "?messageType=status";
            default -> "";
        };
    }

    HttpRequest.Builder call(String path, boolean isLogin, Shown who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.services(path));
        if (!isLogin) {
            who.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            who.secret().ifPresent(secret -> request.header("X-SystemId", claimed(who, secret))
                    .header("X-SecretKey", secret.secret()));
        }
        return request;
    }

    private static String claimed(Shown who, Shown.Secret secret) {
        return who.claimed().orElse(secret.systemId());
    }

    private static Map<String, String> login(Shown who) {
        return who.secret()
                .map(secret -> Map.of("username", claimed(who, secret), "password", secret.secret()))
                .orElse(Map.of());
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, Map<String, String> members) {
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(members)));
    }

    private static HttpRequest.Builder packet(HttpRequest.Builder request, String messageType, byte[] packet) {
        String form = Ask.part("name=\"messageType\"", "text/plain", messageType)
                + Ask.part(
                        "name=\"edocFile\"; filename=\"a.edxml\"",
                        "application/octet-stream",
                        new String(packet, StandardCharsets.UTF_8))
                + "--ranh-gioi--\r\n";
        return request.header("Content-Type", "multipart/form-data; boundary=ranh-gioi")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }
}
