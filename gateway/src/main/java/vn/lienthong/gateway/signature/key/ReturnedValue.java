package vn.lienthong.gateway.signature.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** A signature value that somebody else made. */
final class ReturnedValue {
    private static final int DER_SEQUENCE = 0x30;

    private ReturnedValue() {}

    /**
     * The value in the form that signatures carry: services give an ECDSA value as DER, or as its two numbers in equal length
     * (IEEE P1363).
     *
     * @throws IOException when it is neither
     */
    static byte[] usual(PublicKey key, SignatureAlgorithm algorithm, byte[] value) throws IOException {
        if (algorithm != SignatureAlgorithm.ECDSA_SHA256 || !(key instanceof ECPublicKey curve)) {
            return value;
        }
        BigInteger order = curve.getParams().getOrder();
        int plain = 2 * ((order.bitLength() + 7) / 8);
        if (value.length == plain && !looksLikeDer(order, value)) {
            BigInteger[] numbers = PlainDSAEncoding.INSTANCE.decode(order, value);
            return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
        }
        return value;
    }

    /** A short DER value may be as long as the plain form: which it is shows in whether it is DER to its end. */
    private static boolean looksLikeDer(BigInteger order, byte[] value) {
        if (value[0] != DER_SEQUENCE) {
            return false;
        }
        try {
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, value);
            return Arrays.equals(StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]), value);
        } catch (IOException | RuntimeException plain) {
            return false;
        }
    }

    static boolean verifies(PublicKey key, SignatureAlgorithm algorithm, byte[] signed, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm.jdkName());
            if (algorithm == SignatureAlgorithm.RSA_PSS_SHA256) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }
}
