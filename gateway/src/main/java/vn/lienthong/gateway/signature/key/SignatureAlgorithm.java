package vn.lienthong.gateway.signature.key;

import java.security.PublicKey;

/** How a key signs (Circular 15/2025/TT-BKHCN). The digest is always SHA-256. */
public enum SignatureAlgorithm {
    /** RSASSA-PKCS1-v1_5: what the installed base reads. */
    RSA_SHA256("SHA256withRSA"),
    /** RSASSA-PSS with MGF1 over SHA-256 and a salt of 32 bytes: demanded of new software. */
    RSA_PSS_SHA256("RSASSA-PSS"),
    ECDSA_SHA256("SHA256withECDSA");

    private final String jdkName;

    SignatureAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    /** The name by which {@link java.security.Signature} knows it. */
    public String jdkName() {
        return jdkName;
    }

    /**
     * What everybody's software reads for a key of this kind.
     *
     * @throws IllegalArgumentException when the key is neither RSA nor EC
     */
    public static SignatureAlgorithm usualFor(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> RSA_SHA256;
            case "EC", "ECDSA" -> ECDSA_SHA256;
            default -> throw new IllegalArgumentException("key: " + key.getAlgorithm() + " (expected: RSA or EC)");
        };
    }
}
