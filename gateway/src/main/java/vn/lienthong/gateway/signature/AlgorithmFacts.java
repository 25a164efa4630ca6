package vn.lienthong.gateway.signature;

/**
 * What the signature was made with, for instance {@code SHA-256}, {@code RSA}, 2048.
 *
 * @param keyBits size of the signer's key; 0 when not known
 */
public record AlgorithmFacts(String digest, String signature, int keyBits) {
    public static final AlgorithmFacts UNKNOWN = new AlgorithmFacts("", "", 0);
}
