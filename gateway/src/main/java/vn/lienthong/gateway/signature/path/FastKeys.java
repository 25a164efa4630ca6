package vn.lienthong.gateway.signature.path;

import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.provider.asymmetric.ec.KeyFactorySpi;

/**
 * Elliptic curve keys as Bouncy Castle holds them, RSA keys as the JDK does: each is verified by the provider that is faster
 * at it (measured: ECDSA P-256 6 to 16 times, by Bouncy Castle; RSA by the JDK), and is converted once.
 */
final class FastKeys {
    private FastKeys() {}

    static PublicKey of(PublicKey key) {
        if (!(key instanceof ECPublicKey)) {
            return key;
        }
        try {
            PublicKey fast = new KeyFactorySpi.EC().generatePublic(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            return fast == null ? key : fast;
        } catch (IOException | IllegalArgumentException exotic) {
            // A curve that only the JDK knows stays usable, only slower.
            return key;
        }
    }
}
