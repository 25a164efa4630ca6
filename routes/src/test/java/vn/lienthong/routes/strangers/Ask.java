package vn.lienthong.routes.strangers;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Makes the calls of systems, each with a real target of the victim. What goes along is said by a word of the table: {@code letter},
 * {@code form}, {@code pdf}, {@code status}, {@code json}, {@code reason}, {@code id}, {@code done}, {@code processing}, {@code fail}, {@code edoc},
 * {@code statuses}, {@code accepted}, {@code webhook}, {@code code}, {@code secret} or {@code none}.
 */
record Ask(House house, Targets targets) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** The operation, about one thing. */
    HttpRequest make(Operation operation, String with, String id, Shown who) {
        HttpRequest.Builder request =
                switch (operation.door()) {
                    case AXIS -> axis(operation, with, id, who);
                    case REST -> rest(operation, with, id, who);
                    case SOAP -> soap(operation, with, id, who);
                    case TOKEN -> token(who);
                    case PROVINCIAL ->
                        new AskProvincial(house).make(operation, with, id, body(with, House.VICTIM), who);
                    case CONSOLE -> throw new IllegalArgumentException(operation + " (expected: one for systems)");
                };
        who.headers().forEach(request::header);
        return request.build();
    }

    private HttpRequest.Builder axis(Operation operation, String with, String id, Shown who) {
        Map<String, String> parameters = new LinkedHashMap<>();
        byte[] body = body(with, House.VICTIM);
        switch (with) {
            case "letter", "status" -> {
                parameters.put("from", House.VICTIM);
                parameters.put("servicetype", "eDoc");
                parameters.put("messagetype", with.equals("letter") ? "edoc" : "status");
                parameters.put("hash-file", Sha256.of(body).hex());
            }
            case "edoc" -> parameters.put("messagetype", "edoc");
            case "statuses" -> parameters.put("messagetype", "status");
            case "id" -> parameters.put("docId", id);
            case "done", "processing", "fail" -> {
                parameters.put("docId", id);
                parameters.put("status", with);
            }
            case "code" -> parameters.put("AgencyCode", House.VICTIM);
            default -> {}
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(house.axis("/XrdAdapter/adapter" + operation.path()));
        who.secret().ifPresent(secret -> sign(request, parameters, secret, who));
        return operation.writes() ? request.POST(HttpRequest.BodyPublishers.ofByteArray(body)) : request.GET();
    }

    /** Hands a packet in, whatever it says and whoever it is of. */
    HttpRequest hand(Operation.Door door, boolean isStatus, byte[] packet, Shown who) {
        HttpRequest.Builder request =
                switch (door) {
                    case AXIS -> {
                        Map<String, String> parameters = new LinkedHashMap<>();
                        parameters.put("messagetype", isStatus ? "status" : "edoc");
                        parameters.put("hash-file", Sha256.of(packet).hex());
                        HttpRequest.Builder call = HttpRequest.newBuilder(house.axis("/XrdAdapter/adapter/sendEdoc"));
                        sign(call, parameters, who.secret().orElseThrow(), who);
                        yield call.POST(HttpRequest.BodyPublishers.ofByteArray(packet));
                    }
                    case REST -> {
                        String path = "/api/v1/" + (isStatus ? "statuses" : "documents");
                        HttpRequest.Builder call = HttpRequest.newBuilder(house.services(path));
                        bearer(call, who);
                        yield call.header("Content-Type", "application/xml")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(packet));
                    }
                    case SOAP -> {
                        HttpRequest.Builder call = HttpRequest.newBuilder(house.services("/services/documents"));
                        bearer(call, who);
                        yield call.header("Content-Type", "text/xml;charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        envelope(isStatus ? "submitStatus" : "submitDocument", inline(packet))));
                    }
                    case PROVINCIAL -> new AskProvincial(house).hand(isStatus ? "status" : "edoc", packet, who);
                    case TOKEN, CONSOLE ->
                        throw new IllegalArgumentException(door + " (expected: one that takes packets)");
                };
        return request.build();
    }

    private static String inline(byte[] packet) {
        return "<d:packet>" + Base64.getEncoder().encodeToString(packet) + "</d:packet>";
    }

    private static String envelope(String operation, String content) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:d=\"urn:lienthong:documents:1\"><s:Body><d:" + operation + ">" + content + "</d:"
                + operation + "></s:Body></s:Envelope>";
    }

    private static void sign(
            HttpRequest.Builder request, Map<String, String> parameters, Shown.Secret secret, Shown who) {
        Map<String, String> signed = new LinkedHashMap<>();
        parameters.forEach((name, value) -> signed.put("XroadVnpt-" + name, value));
        signed.put("XroadVnpt-systemid", secret.systemId());
        signed.put("XroadVnpt-timestamp", STAMP.format(Instant.now().minus(who.age())) + "+0000");
        String text = MAPPER.writeValueAsString(signed);
        byte[] code = Hmac.of(secret.secret().getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
        String sent = who.claimed()
                .map(systemId -> text.replace(secret.systemId(), systemId))
                .orElse(text);
        request.header("XroadVnpt-sign-header", sent)
                .header("XroadVnpt-hash-header", HexFormat.of().formatHex(code));
        signed.forEach(request::header);
    }

    private HttpRequest.Builder rest(Operation operation, String with, String id, Shown who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.services(operation
                .path()
                .replaceFirst("\\{[^}]+}", id)
                .replace("{number}", "1")
                .replace("{message}", targets.message)
                .replace("**", "index.html")));
        bearer(request, who);
        if (!operation.writes()) {
            return request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
        }
        String type =
                switch (with) {
                    case "letter", "status" -> "application/xml";
                    case "form", "pdf" -> "multipart/form-data; boundary=ranh-gioi";
                    default -> "application/json";
                };
        return request.header("Content-Type", type)
                .method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(body(with, House.VICTIM)));
    }

    private static void bearer(HttpRequest.Builder request, Shown who) {
        who.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder soap(Operation operation, String with, String id, Shown who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.services("/services/documents"));
        if (operation.path().startsWith("?")) {
            return HttpRequest.newBuilder(house.services("/services/documents" + operation.path()));
        }
        bearer(request, who);
        String docId = "<d:docId>" + id + "</d:docId>";
        String content =
                switch (with) {
                    case "letter", "status" -> inline(body(with, House.VICTIM));
                    case "id" -> docId;
                    case "done", "processing", "fail" -> docId + "<d:status>" + with + "</d:status>";
                    case "edoc" -> "<d:messageType>edoc</d:messageType>";
                    case "statuses" -> "<d:messageType>status</d:messageType>";
                    case "code" -> "<d:code>" + House.VICTIM + "</d:code>";
                    default -> "";
                };
        return request.header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope(operation.path(), content)));
    }

    private HttpRequest.Builder token(Shown who) {
        String form = "grant_type=client_credentials"
                + who.secret()
                        .map(secret -> "&client_id=" + encoded(secret.systemId()) + "&client_secret="
                                + encoded(secret.secret()))
                        .orElse("");
        return HttpRequest.newBuilder(house.services("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** In the name of an agency. */
    private byte[] body(String with, String from) {
        String about = Papers.documentId(House.PARTNER, targets.receivedNumber);
        return switch (with) {
            case "letter" -> Papers.letter(from, House.PARTNER);
            case "status" -> Papers.status("03", from, House.PARTNER, about);
            case "form" -> form(from);
            case "pdf" ->
                utf8(part("name=\"agency\"", "text/plain", from)
                        + part("name=\"file\"; filename=\"a.pdf\"", "application/pdf", "%PDF-1.7")
                        + "--ranh-gioi--\r\n");
            case "json" ->
                utf8("{\"from\":\"%s\",\"to\":\"%s\",\"documentId\":\"%s\",\"code\":\"03\",\"description\":\"x\"}"
                        .formatted(from, House.PARTNER, about));
            case "reason" -> utf8("{\"reason\":\"gửi nhầm\"}");
            case "webhook" ->
                utf8("{\"address\":\"https://news.example/strangers\",\"agencies\":[\"%s\"]}".formatted(House.VICTIM));
            case "none", "id", "done", "processing", "fail", "accepted", "edoc", "statuses", "code", "secret" ->
                new byte[0];
            default ->
                throw new IllegalArgumentException(
                        "with: " + with + " (expected: a word that Ask knows; add it there)");
        };
    }

    private static byte[] form(String from) {
        String document =
                ("{\"from\":\"%s\",\"to\":[\"%s\"],\"number\":\"%s\",\"notation\":\"TT-VP\",\"place\":\"Huế\","
                                + "\"date\":\"2026-11-02\",\"typeName\":\"Công văn\",\"subject\":\"Về việc thử\","
                                + "\"signer\":{\"position\":\"Chủ tịch\",\"fullName\":\"Nguyễn Văn Thử\"}}")
                        .formatted(from, House.PARTNER, Papers.number());
        return utf8(part("name=\"document\"", "application/json", document)
                + part("name=\"file\"; filename=\"cong-van.txt\"", "text/plain", "Kính gửi") + "--ranh-gioi--\r\n");
    }

    static String part(String name, String type, String content) {
        return "--ranh-gioi\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing has this id, though it looks like the other. */
    static String nobodys(String id) {
        StringBuilder other = new StringBuilder();
        id.chars().forEach(c -> other.append((char) (c >= '1' && c <= '8' ? c + 1 : c)));
        return other.toString();
    }

    static Optional<String> variableBefore(String path) {
        int at = path.indexOf('{');
        return at < 0 ? Optional.empty() : Optional.of(path.substring(0, at));
    }
}
