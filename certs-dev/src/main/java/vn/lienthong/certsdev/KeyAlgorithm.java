package vn.lienthong.certsdev;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of keys that end entities may hold. Authorities always hold RSA-2048 and sign with sha256WithRSA. */
public enum KeyAlgorithm {
    /** The default: soonest made. */
    RSA_2048,
    /** What new tokens hold. */
    RSA_3072,
    /** Circular 15/2025/TT-BKHCN: ECDSA from 256 bits. */
    EC_P256,
    EC_P384;

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(isCurve() ? "EC" : "RSA");
            generator.initialize(parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("key algorithm: " + this + " (expected: one the JDK can make)", absent);
        }
    }

    private boolean isCurve() {
        return this == EC_P256 || this == EC_P384;
    }

    private AlgorithmParameterSpec parameters() {
        return switch (this) {
            case RSA_2048 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case RSA_3072 -> new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
            case EC_P256 -> new ECGenParameterSpec("secp256r1");
            case EC_P384 -> new ECGenParameterSpec("secp384r1");
        };
    }
}
