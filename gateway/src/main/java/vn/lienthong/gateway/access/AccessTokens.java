package vn.lienthong.gateway.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Hmac;

/**
 * Short-lived access tokens of systems: JWT (RFC 7519) under HS256 (RFC 7518 §3.2). The key of a system's tokens is derived by
 * HKDF (RFC 5869) from the master key, which all nodes share, and from the system's secret: nothing is kept about a token, any
 * node knows it, and none counts any more when the secret is another one.
 */
public final class AccessTokens {

    /** Longer texts are no tokens of ours, and not looked into. */
    private static final int LONGEST_TOKEN_CHARS = 2_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The only head there is: a token that names another algorithm is not ours. */
    private static final String HEAD =
            ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

    private final byte[] extracted;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Tokens under a master key.
     *
     * @param lifetime how long a token counts
     */
    public AccessTokens(byte[] masterKey, Duration lifetime, Clock clock) {
        this.extracted = Hmac.of(utf8("lienthong access tokens 1"), masterKey);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    private record Claims(String sub, long iat, long exp) {}

    /** By the clock that tokens end by. */
    public Instant now() {
        return clock.instant();
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** A new token for a system that has shown its secret. */
    public String issue(Credentials credentials) {
        return issue(credentials, lifetime);
    }

    /** One that counts for another time than usual. */
    public String issue(Credentials credentials, Duration lifetime) {
        Instant now = clock.instant();
        String systemId = credentials.system().systemId();
        Claims claims =
                new Claims(systemId, now.getEpochSecond(), now.plus(lifetime).getEpochSecond());
        String signed = HEAD + "." + ENCODER.encodeToString(MAPPER.writeValueAsBytes(claims));
        return signed + "." + ENCODER.encodeToString(code(credentials, signed));
    }

    /** The system that the token names; whether truly is said by {@link #holds}. Empty for what is no token of ours. */
    public Optional<String> systemOf(String token) {
        return claims(token).map(Claims::sub);
    }

    /** Whether the token was made here for this system with the secret it has now, and has not ended. */
    public boolean holds(String token, Credentials credentials) {
        return isMade(token, credentials) && !isPast(token);
    }

    /** Whether the token was made here for this system with the secret it has now, and counts no more: a new one will do. */
    public boolean hasEnded(String token, Credentials credentials) {
        return isMade(token, credentials) && isPast(token);
    }

    private boolean isPast(String token) {
        long now = clock.instant().getEpochSecond();
        return claims(token).filter(claims -> now >= claims.exp()).isPresent();
    }

    private boolean isMade(String token, Credentials credentials) {
        return claims(token)
                        .filter(claims ->
                                claims.sub().equals(credentials.system().systemId()))
                        .isPresent()
                && Hmac.same(code(credentials, signedPart(token)), codeOf(token));
    }

    private byte[] code(Credentials credentials, String signed) {
        byte[] info = utf8(credentials.system().systemId() + "\0");
        byte[] expanded = Hmac.of(extracted, concat(info, Hmac.of(extracted, credentials.secret()), new byte[] {1}));
        return Hmac.of(expanded, utf8(signed));
    }

    private static Optional<Claims> claims(String token) {
        String[] parts = token.length() > LONGEST_TOKEN_CHARS ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(HEAD)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readValue(Base64.getUrlDecoder().decode(parts[1]), Claims.class))
                    .filter(claims -> claims.sub() != null && claims.sub().indexOf('\0') < 0);
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static String signedPart(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private static byte[] codeOf(String token) {
        try {
            return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
