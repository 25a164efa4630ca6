package vn.lienthong.gateway.signature.cms;

import java.util.Map;
import java.util.Optional;

/**
 * Object identifiers of algorithms (RFC 5754, RFC 8017 appendix A, RFC 5758; SHA-3: RFC 8702 §3 and the NIST register of
 * algorithms that it draws on) and their JDK names.
 */
final class Algorithms {
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String PSS = "1.2.840.113549.1.1.10";

    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512",
            "2.16.840.1.101.3.4.2.8", "SHA3-256",
            "2.16.840.1.101.3.4.2.9", "SHA3-384",
            "2.16.840.1.101.3.4.2.10", "SHA3-512",
            "1.3.14.3.2.26", "SHA-1",
            "1.2.840.113549.2.5", "MD5");

    /** Signature algorithms that name their digest; the value is digest and scheme. */
    private static final Map<String, Scheme> SCHEMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.11", new Scheme("SHA-256", "RSA")),
            Map.entry("1.2.840.113549.1.1.12", new Scheme("SHA-384", "RSA")),
            Map.entry("1.2.840.113549.1.1.13", new Scheme("SHA-512", "RSA")),
            Map.entry("1.2.840.113549.1.1.5", new Scheme("SHA-1", "RSA")),
            Map.entry("1.2.840.113549.1.1.4", new Scheme("MD5", "RSA")),
            Map.entry("1.2.840.10045.4.3.2", new Scheme("SHA-256", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.3", new Scheme("SHA-384", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.4", new Scheme("SHA-512", "ECDSA")),
            Map.entry("2.16.840.1.101.3.4.3.14", new Scheme("SHA3-256", "RSA")),
            Map.entry("2.16.840.1.101.3.4.3.15", new Scheme("SHA3-384", "RSA")),
            Map.entry("2.16.840.1.101.3.4.3.16", new Scheme("SHA3-512", "RSA")),
            Map.entry("2.16.840.1.101.3.4.3.10", new Scheme("SHA3-256", "ECDSA")),
            Map.entry("2.16.840.1.101.3.4.3.11", new Scheme("SHA3-384", "ECDSA")),
            Map.entry("2.16.840.1.101.3.4.3.12", new Scheme("SHA3-512", "ECDSA")),
            Map.entry("1.2.840.10045.4.1", new Scheme("SHA-1", "ECDSA")));

    /** What strangers sign with and we do not verify, for people to read. */
    private static final Map<String, String> FOREIGN = Map.of(
            "1.3.101.112", "Ed25519",
            "1.3.101.113", "Ed448",
            "1.2.840.10040.4.3", "DSA with SHA-1",
            "2.16.840.1.101.3.4.3.2", "DSA with SHA-256",
            "1.2.156.10197.1.501", "SM2 with SM3",
            "1.2.156.10197.1.401", "SM3",
            "2.16.840.1.101.3.4.2.12", "SHAKE256",
            "2.16.840.1.101.3.4.3.18", "ML-DSA-65");

    /** A way to sign: digest and scheme (RSA, RSASSA-PSS, ECDSA). */
    record Scheme(String digest, String name) {}

    private Algorithms() {}

    /** The name and number of an algorithm that we do not verify. */
    static String nameOf(String oid) {
        return FOREIGN.containsKey(oid) ? FOREIGN.get(oid) + " (" + oid + ")" : oid;
    }

    static Optional<String> digest(String oid) {
        return Optional.ofNullable(DIGESTS.get(oid));
    }

    /** The scheme of a signature algorithm; {@code rsaEncryption} takes the digest algorithm's (RFC 3370 §3.2). */
    static Optional<Scheme> scheme(AlgorithmId algorithm, String digest) {
        return switch (algorithm.oid()) {
            case RSA -> Optional.of(new Scheme(digest, "RSA"));
            case PSS -> Optional.of(new Scheme(digest, "RSASSA-PSS"));
            default -> Optional.ofNullable(SCHEMES.get(algorithm.oid()));
        };
    }
}
