package vn.lienthong.gateway.signature.key;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;

/** How a key signs (Circular 15/2025/TT-BKHCN). The digest is always SHA-256. */
public enum SignatureAlgorithm {
    /** RSASSA-PKCS1-v1_5: what the installed base reads. */
    RSA_SHA256("SHA256withRSA", "1.2.840.113549.1.1.11"),
    /** RSASSA-PSS with MGF1 over SHA-256 and a salt of 32 bytes: demanded of new software. */
    RSA_PSS_SHA256("RSASSA-PSS", "1.2.840.113549.1.1.10"),
    ECDSA_SHA256("SHA256withECDSA", "1.2.840.10045.4.3.2");

    /** RSASSA-PSS-params (RFC 4055 §3.1): SHA-256, MGF1 with SHA-256, a salt of 32 bytes. */
    private static final String PSS = "3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108"
            + "300d06096086480165030402010500a203020120";

    private final String jdkName;
    private final String oid;

    SignatureAlgorithm(String jdkName, String oid) {
        this.jdkName = jdkName;
        this.oid = oid;
    }

    /** The name by which {@link java.security.Signature} knows it. */
    public String jdkName() {
        return jdkName;
    }

    /** Its object identifier (RFC 4055, RFC 5758). */
    public String oid() {
        return oid;
    }

    /** DER of its parameters, where it has any beside NULL. */
    public Optional<byte[]> parameters() {
        return this == RSA_PSS_SHA256 ? Optional.of(HexFormat.of().parseHex(PSS)) : Optional.empty();
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

    /**
     * What a new signature of this key is made with.
     *
     * @throws IllegalArgumentException when the key is neither RSA nor EC
     */
    public static SignatureAlgorithm forNew(SigningKey key, RsaPadding padding) {
        return forNew(key.certificate().getPublicKey(), padding);
    }

    /**
     * What a new signature of the key of a certificate is made with.
     *
     * @throws IllegalArgumentException when the key is neither RSA nor EC
     */
    public static SignatureAlgorithm forNew(PublicKey key, RsaPadding padding) {
        SignatureAlgorithm usual = usualFor(key);
        return usual == RSA_SHA256 && padding == RsaPadding.PSS ? RSA_PSS_SHA256 : usual;
    }
}
