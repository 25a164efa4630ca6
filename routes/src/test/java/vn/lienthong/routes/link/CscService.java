package vn.lienthong.routes.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.certsdev.DevIdentity;

/** A signing service (CSC API v2) with one key: an activation is for the very digests that it was asked for, once. */
final class CscService implements AutoCloseable {
    static final String CLIENT = "cổng";
    static final String SECRET = "bí mật +&=";
    static final String PIN = "246810";
    static final String CREDENTIAL = "dau-xa";

    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final DevIdentity identity;
    private final Map<String, JsonNode> activations = new ConcurrentHashMap<>();

    /** What was called, in order; with the signature algorithm where one was named. */
    final List<String> calls = new ArrayList<>();

    /** Members of the answer to credentials/info that differ. */
    final Map<String, String> info = new HashMap<>();

    /** How long each call takes. */
    volatile Duration pause = Duration.ZERO;

    private String token = "";
    private int logins;

    CscService(DevIdentity identity) throws IOException {
        this.identity = identity;
        server.createContext("/csc/v2/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/csc/v2");
    }

    /** Logins of before count no longer. */
    void endLogins() {
        token = "ended";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refusal(int status, String error) {
            super(error);
            this.status = status;
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/csc/v2/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        int status = 200;
        JsonNode answer;
        LockSupport.parkNanos(pause.toNanos());
        try {
            calls.add(method);
            answer = method.equals("oauth2/token") ? login(authorization, body) : called(method, authorization, body);
        } catch (Refusal refusal) {
            status = refusal.status;
            answer = JsonNodeFactory.instance.objectNode().put("error", refusal.getMessage());
        } catch (GeneralSecurityException fault) {
            throw new IOException(fault);
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode login(String authorization, String body) throws Refusal {
        String pair = java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(authorization) || !body.equals("grant_type=client_credentials&scope=service")) {
            throw new Refusal(400, "invalid_client");
        }
        logins++;
        token = "token-" + logins;
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 3600);
    }

    private JsonNode called(String method, String authorization, String body) throws Refusal, GeneralSecurityException {
        if (!("Bearer " + token).equals(authorization)) {
            throw new Refusal(401, "invalid_token");
        }
        JsonNode asked = JsonMapper.shared().readTree(body);
        if (!asked.path("credentialID").asString("").equals(CREDENTIAL)) {
            throw new Refusal(400, "invalid_request");
        }
        return switch (method) {
            case "credentials/info" -> describe();
            case "credentials/authorize" -> authorise(asked);
            case "signatures/signHash" -> sign(asked);
            default -> throw new Refusal(404, "invalid_request");
        };
    }

    private ObjectNode describe() throws CertificateEncodingException {
        boolean rsa = identity.key().getAlgorithm().equals("RSA");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode key = answer.putObject("key").put("status", info.getOrDefault("key", "enabled"));
        var algorithms = key.putArray("algo");
        for (String oid : info.getOrDefault(
                        "algo", rsa ? "1.2.840.113549.1.1.1 1.2.840.113549.1.1.10" : "1.2.840.10045.4.3.2")
                .split(" ", -1)) {
            algorithms.add(oid);
        }
        var certificates = answer.putObject("cert")
                .put("status", info.getOrDefault("cert", "valid"))
                .putArray("certificates");
        for (X509Certificate certificate : identity.chain()) {
            certificates.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        answer.putObject("auth")
                .put("mode", info.getOrDefault("mode", "explicit"))
                .putArray("objects")
                .addObject()
                .put("id", "PIN")
                .put("type", info.getOrDefault("type", "Password"));
        return answer.put("SCAL", "2").put("multisign", 3);
    }

    private ObjectNode authorise(JsonNode asked) throws Refusal {
        if (asked.path("hashes").size() != asked.path("numSignatures").asInt()
                || asked.path("hashes").size() > 3) {
            throw new Refusal(400, "invalid_request");
        }
        JsonNode proof = asked.path("authData").path(0);
        if (!proof.path("id").asString("").equals("PIN")
                || !proof.path("value").asString("").equals(PIN)) {
            throw new Refusal(400, "invalid_pin");
        }
        String activation = "SAD-" + calls.size();
        activations.put(activation, asked.path("hashes"));
        return JsonNodeFactory.instance.objectNode().put("SAD", activation).put("expiresIn", 60);
    }

    private ObjectNode sign(JsonNode asked) throws Refusal, GeneralSecurityException {
        JsonNode authorised = activations.remove(asked.path("SAD").asString(""));
        if (authorised == null || !authorised.equals(asked.path("hashes"))) {
            throw new Refusal(400, "invalid_request");
        }
        String algorithm = asked.path("signAlgo").asString("");
        calls.add(algorithm);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var signatures = answer.putArray("signatures");
        for (JsonNode hash : asked.path("hashes")) {
            byte[] digest = Base64.getDecoder().decode(hash.asString(""));
            signatures.add(Base64.getEncoder().encodeToString(value(algorithm, digest)));
        }
        return answer;
    }

    private byte[] value(String algorithm, byte[] digest) throws GeneralSecurityException, Refusal {
        Signature signature;
        byte[] signed = digest;
        switch (algorithm) {
            case "1.2.840.10045.4.3.2" -> signature = Signature.getInstance("NONEwithECDSA");
            case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11" -> {
                signature = Signature.getInstance("NONEwithRSA");
                signed = new byte[DIGEST_INFO.length + digest.length];
                System.arraycopy(DIGEST_INFO, 0, signed, 0, DIGEST_INFO.length);
                System.arraycopy(digest, 0, signed, DIGEST_INFO.length, digest.length);
            }
            case "1.2.840.113549.1.1.10" -> {
                signature = Signature.getInstance("NONEwithRSASSA-PSS", BOUNCY_CASTLE);
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            default -> throw new Refusal(400, "invalid_request");
        }
        signature.initSign(identity.key());
        signature.update(signed);
        return signature.sign();
    }
}
