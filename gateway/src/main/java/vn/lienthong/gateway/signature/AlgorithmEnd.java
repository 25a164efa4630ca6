package vn.lienthong.gateway.signature;

import java.time.Instant;

/**
 * Until when an algorithm is good for signing (ETSI TS 119 312, Circular 15/2025/TT-BKHCN).
 *
 * @param name a digest such as {@code SHA-256}, or the kind of a key: {@code RSA}, {@code EC}
 * @param bits keys of up to so many bits; 0 for a digest
 * @param end the first instant at which it is no longer
 */
public record AlgorithmEnd(String name, int bits, Instant end) {

    /** Whether a signature was made with it. */
    boolean concerns(AlgorithmFacts used) {
        return bits == 0
                ? name.equals(used.digest())
                : used.keyBits() > 0 && used.keyBits() <= bits && name.equals(kind(used.signature()));
    }

    private static String kind(String scheme) {
        return scheme.contains("RSA") ? "RSA" : "EC";
    }

    @Override
    public String toString() {
        return bits == 0 ? name : name + "-" + bits;
    }
}
