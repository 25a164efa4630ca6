package vn.lienthong.routes.link;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Hmac;

/**
 * Makes the headers of a call in the axis dialect: each parameter in one of its own, all of them in the text that the code
 * is computed over. Each call is dated afresh and carries its own parameters only.
 */
final class SignAxisCall {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PREFIX = "XroadVnpt-";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final String systemId;
    private final byte[] secret;
    private final Clock clock;

    SignAxisCall(String systemId, byte[] secret, Clock clock) {
        this.systemId = systemId;
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** A request that has neither address nor method yet. */
    HttpRequest.Builder request(Map<String, String> parameters, Optional<String> contentType) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("systemid", systemId);
        all.put("timestamp", timestamp());
        contentType.ifPresent(value -> all.put("Content-Type", value));
        Map<String, String> prefixed = new LinkedHashMap<>();
        all.forEach((name, value) -> prefixed.put(PREFIX + name, value));
        String signed = MAPPER.writeValueAsString(prefixed);
        byte[] code = Hmac.of(secret, signed.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("User-Agent", "JAVASDKAgent/1.0.0 XRoad/VPCP")
                .header(PREFIX + "version", "3.0.201608")
                .header(PREFIX + "sign-header", signed)
                .header(PREFIX + "hash-header", HexFormat.of().formatHex(code))
                .header(PREFIX + "sign-header-key", String.join(";", all.keySet()));
        prefixed.forEach(request::header);
        contentType.ifPresent(value -> request.header("Content-Type", value));
        return request;
    }

    /** What stands behind the plus sign is milliseconds, not a zone. */
    private String timestamp() {
        ZonedDateTime now = clock.instant().atZone(VIETNAM);
        return SECONDS.format(now) + String.format(Locale.ROOT, "+%04d", now.getNano() / NANOS_PER_MILLI);
    }
}
