package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.RemoteSigner;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * A signing service by the API of the Cloud Signature Consortium, version 2: the gateway logs in by OAuth 2 client credentials,
 * describes a key, authorises it for the very digests that are signed (SCAL2), and has them signed. Keys whose use a person
 * has to approve elsewhere each time cannot be used unattended, and are refused with that reason.
 */
public final class CscClient implements RemoteSigner {
    private static final String SHA256_OID = "2.16.840.1.101.3.4.2.1";
    private static final String RSA_OID = "1.2.840.113549.1.1.1";
    private static final int MOST_CERTIFICATES = 10;
    private static final int MOST_AT_ONCE = 1_000;

    private final CscCalls calls;
    private final String credential;
    private final String pin;
    private final Duration within;
    private volatile Map<SignatureAlgorithm, String> offered = Map.of();

    /**
     * One key at one service.
     *
     * @param service address of the API, with its version
     * @param credential what the service calls the key
     * @param login as whom, with what secrets
     * @param within how long the key may take to be described, or to sign, in however many calls
     */
    public CscClient(OutboundHttp http, URI service, String credential, Login login, Duration within) {
        this.calls = new CscCalls(http, service, login);
        this.credential = credential;
        this.pin = login.pin();
        this.within = within;
    }

    /**
     * As whom the gateway comes.
     *
     * @param pin of the key; empty where the service wants none
     */
    public record Login(String client, String secret, String pin) {

        /** Without the secrets: records are printed in messages. */
        @Override
        public String toString() {
            return "Login[" + client + "]";
        }
    }

    @Override
    public Credential credential() throws SigningException {
        ObjectNode asked = calls.body().put("credentialID", credential).put("certificates", "chain");
        JsonNode info =
                calls.call("credentials/info", asked.put("certInfo", false).put("authInfo", true), Deadline.in(within));
        require(info.path("key").path("status").asString(""), "key", "enabled");
        String status = info.path("cert").path("status").asString("valid");
        require(status, "certificate", "valid");
        requireUnattended(info.path("auth"));
        List<X509Certificate> chain = chain(info.path("cert").path("certificates"));
        Map<SignatureAlgorithm, String> algorithms = algorithms(info.path("key").path("algo"), chain.getFirst());
        offered = algorithms;
        int most = Math.clamp(info.path("multisign").asInt(1), 1, MOST_AT_ONCE);
        return new Credential(chain, algorithms.keySet(), most);
    }

    private void require(String found, String what, String expected) throws SigningException {
        if (!found.equals(expected)) {
            throw calls.unusable(what + " of " + credential + ": " + found + " (expected: " + expected + ")");
        }
    }

    /** {@code explicit} with a PIN, or {@code implicit}; older services say the mode in a member of its own. */
    private void requireUnattended(JsonNode auth) throws SigningException {
        String mode = auth.path("mode").asString("implicit");
        boolean onlyPin = StreamSupport.stream(auth.path("objects").spliterator(), false)
                .allMatch(object -> object.path("type").asString("").equals("Password"));
        if (mode.equals("oauth2code") || !onlyPin) {
            throw calls.unusable("authorisation of " + credential + ": " + mode
                    + " by a person each time (expected: a PIN, or none)");
        }
        if (mode.equals("explicit") && pin.isEmpty()) {
            throw calls.unusable(
                    "authorisation of " + credential + ": invalid_pin, none given (expected: the PIN of the key)");
        }
    }

    private List<X509Certificate> chain(JsonNode certificates) throws SigningException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (JsonNode one : certificates) {
                byte[] der = Base64.getMimeDecoder().decode(one.asString(""));
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw calls.unusable("certificates of " + credential + ": not readable (expected: X.509 in base64)");
        }
        if (chain.isEmpty() || chain.size() > MOST_CERTIFICATES) {
            throw calls.unusable("certificates of " + credential + ": " + chain.size() + " (expected: 1 to "
                    + MOST_CERTIFICATES + ")");
        }
        return chain;
    }

    /** Which of our algorithms the key offers, and by what name: services offer the plain one of a key for every digest. */
    private static Map<SignatureAlgorithm, String> algorithms(JsonNode oids, X509Certificate certificate) {
        boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
        Map<SignatureAlgorithm, String> found = new EnumMap<>(SignatureAlgorithm.class);
        for (JsonNode oid : oids) {
            String text = oid.asString("");
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                if (algorithm.oid().equals(text) && rsa == (algorithm != SignatureAlgorithm.ECDSA_SHA256)) {
                    found.put(algorithm, text);
                }
            }
            if (text.equals(RSA_OID) && rsa) {
                found.putIfAbsent(SignatureAlgorithm.RSA_SHA256, text);
            }
        }
        return found;
    }

    @Override
    public List<byte[]> sign(List<Sha256> digests, SignatureAlgorithm algorithm) throws SigningException {
        Deadline deadline = Deadline.in(within);
        ObjectNode authorise = calls.body().put("credentialID", credential).put("numSignatures", digests.size());
        hashes(authorise, digests);
        if (!pin.isEmpty()) {
            authorise.putArray("authData").addObject().put("id", "PIN").put("value", pin);
        }
        String activation = calls.call("credentials/authorize", authorise, deadline)
                .path("SAD")
                .asString("");
        ObjectNode wanted = calls.body().put("credentialID", credential).put("SAD", activation);
        hashes(wanted, digests);
        wanted.put("signAlgo", offered.getOrDefault(algorithm, algorithm.oid()));
        algorithm
                .parameters()
                .ifPresent(
                        der -> wanted.put("signAlgoParams", Base64.getEncoder().encodeToString(der)));
        wanted.put("operationMode", "S");
        return values(calls.call("signatures/signHash", wanted, deadline).path("signatures"));
    }

    private static void hashes(ObjectNode body, List<Sha256> digests) {
        ArrayNode hashes = body.putArray("hashes");
        digests.forEach(digest -> hashes.add(Base64.getEncoder().encodeToString(digest.bytes())));
        body.put("hashAlgorithmOID", SHA256_OID);
    }

    private List<byte[]> values(JsonNode signatures) throws SigningException {
        List<byte[]> values = new ArrayList<>();
        try {
            for (JsonNode one : signatures) {
                values.add(Base64.getMimeDecoder().decode(one.asString("")));
            }
        } catch (IllegalArgumentException notBase64) {
            throw calls.unusable("signatures: not base64 (expected: signature values)");
        }
        return values;
    }

    /** Service and key; no secret. */
    @Override
    public String toString() {
        return calls + " " + credential;
    }

    /** JSON that has only members of the API. */
    static final JsonMapper JSON = JsonMapper.shared();
}
