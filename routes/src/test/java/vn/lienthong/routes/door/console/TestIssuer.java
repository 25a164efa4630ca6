package vn.lienthong.routes.door.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An OpenID provider of two people's making: discovery, keys and tokens over loopback, and whatever can be wrong with them. */
final class TestIssuer implements AutoCloseable {

    static final String CLIENT = "lien-thong";
    static final String SECRET = "bi mat cua cong";

    /** What is wrong with the next ID token. */
    enum Fault {
        NONE,
        ANOTHER_NONCE,
        NO_NONCE,
        ANOTHER_ISSUER,
        ANOTHER_AUDIENCE,
        EXPIRED,
        ANOTHER_KEY,
        CHANGED_AFTERWARDS,
        ALG_NONE,
        NO_TOKEN
    }

    private record Asked(String nonce, String challenge) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey anothersKey;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    volatile Fault fault = Fault.NONE;
    volatile String subject = "";
    volatile List<String> groups = List.of();
    volatile Optional<String> nameInDiscovery = Optional.empty();
    volatile boolean silent;

    TestIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        anothersKey = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where a browser is sent: the person logs in there, and is sent back with a code. */
    String loggedIn(URI sent) {
        Map<String, String> asked = fields(sent.getRawQuery());
        String code = "c" + codes.size() + "-" + asked.get("state").hashCode();
        codes.put(code, new Asked(asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", "")));
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            throw new IllegalStateException("no PKCE: " + asked);
        }
        return asked.get("redirect_uri").replaceAll("^https?://[^/]+", "") + "?code=" + code + "&state="
                + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        if (silent) {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        String base = address();
        answer(
                exchange,
                200,
                """
                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256","none"]}
                """
                        .formatted(nameInDiscovery.orElse(base), base, base, base));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        boolean known = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked == null || !known || !asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = fault == Fault.NO_TOKEN ? "" : ",\"id_token\":\"" + idToken(asked.nonce()) + "\"";
        answer(exchange, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60" + token + "}");
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(fault == Fault.ANOTHER_ISSUER ? "https://another.example" : address())
                .subject(subject)
                .audience(fault == Fault.ANOTHER_AUDIENCE ? "another" : CLIENT)
                .issueTime(Date.from(now.minusSeconds(fault == Fault.EXPIRED ? 7_200 : 0)))
                .expirationTime(Date.from(now.plusSeconds(fault == Fault.EXPIRED ? -3_600 : 300)))
                .claim("groups", groups);
        if (fault != Fault.NO_NONCE) {
            claims.claim("nonce", fault == Fault.ANOTHER_NONCE ? nonce + "x" : nonce);
        }
        if (fault == Fault.ALG_NONE) {
            return new PlainJWT(claims.build()).serialize();
        }
        String signed = signed(claims.build(), fault == Fault.ANOTHER_KEY ? anothersKey : key);
        return fault == Fault.CHANGED_AFTERWARDS ? changed(signed) : signed;
    }

    private static String signed(JWTClaimsSet claims, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another subject under the same signature. */
    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"s-linked\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> URLDecoder.decode(field.length > 1 ? field[1] : "", StandardCharsets.UTF_8),
                        (one, again) -> again));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
