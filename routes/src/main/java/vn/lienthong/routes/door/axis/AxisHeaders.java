package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers that authenticate a call. Their names mislead: {@code sign-header} is the plain JSON of what is signed,
 * {@code hash-header} is the code over it.
 */
final class AxisHeaders {

    static final String PREFIX = "XroadVnpt-";
    static final String SIGNED = PREFIX + "sign-header";
    static final String CODE = PREFIX + "hash-header";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private AxisHeaders() {}

    /** A header as the container hands it over: one character a byte. */
    static Optional<String> raw(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The bytes that the client may have computed its code over. It computes over UTF-8; its HTTP library then sends the
     * text as UTF-8 or as Latin-1.
     */
    static byte[][] signedBytes(String raw) {
        return new byte[][] {raw.getBytes(StandardCharsets.ISO_8859_1), raw.getBytes(StandardCharsets.UTF_8)};
    }

    /** Text in which UTF-8 came through a container that reads Latin-1. */
    static String text(byte[] signed) {
        return new String(signed, StandardCharsets.UTF_8);
    }

    /**
     * The parameters of a call: names without their prefix, values as text. Empty when the text is no JSON object, names a
     * parameter twice, which two readers would take differently, or holds the character NUL.
     */
    static Optional<Map<String, String>> parameters(String json) {
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            Map<String, Object> members = MAPPER.readValue(json, MAP);
            members.forEach((name, value) -> {
                boolean prefixed = name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
                String plain = prefixed ? name.substring(PREFIX.length()) : name;
                parameters.put(plain, value == null ? "" : value.toString());
            });
            // No store of ours takes this character, and no system has it in its name.
            boolean storable = parameters.values().stream().noneMatch(value -> value.indexOf('\0') >= 0);
            return storable && parameters.size() == members.size() ? Optional.of(parameters) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
