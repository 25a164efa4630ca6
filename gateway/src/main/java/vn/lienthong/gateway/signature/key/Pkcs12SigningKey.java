package vn.lienthong.gateway.signature.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A key from a PKCS#12 file (RFC 7292), held in memory. */
public final class Pkcs12SigningKey implements SigningKey {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private Pkcs12SigningKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** A key that is in memory already, with its certificate and the authorities above it, leaf first. */
    public static Pkcs12SigningKey of(PrivateKey key, List<X509Certificate> chain) {
        return new Pkcs12SigningKey(key, chain);
    }

    /**
     * The first key of a file.
     *
     * @throws SigningException when the password is wrong or there is no key with a certificate in it
     */
    public static Pkcs12SigningKey open(byte[] pkcs12, char[] password) throws SigningException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    Certificate[] chain = store.getCertificateChain(alias);
                    return new Pkcs12SigningKey(
                            key,
                            Arrays.stream(chain)
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new SigningException("PKCS#12: cannot be opened (expected: its password)", unreadable);
        }
        throw new SigningException("PKCS#12: no key in it (expected: a key with its certificate)", null);
    }

    @Override
    public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        try {
            Signature signature = instance(algorithm);
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new SigningException(
                    "key of " + certificate().getSubjectX500Principal() + ": cannot sign with " + algorithm
                            + " (expected: an algorithm of its kind)",
                    fault);
        }
    }

    /** Elliptic curves by Bouncy Castle, which is six to eleven times faster at them than the JDK. */
    private static Signature instance(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RSA_SHA256 -> Signature.getInstance(algorithm.jdkName());
            case ECDSA_SHA256 -> Signature.getInstance(algorithm.jdkName(), BOUNCY_CASTLE);
            case RSA_PSS_SHA256 -> {
                Signature pss = Signature.getInstance(algorithm.jdkName());
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield pss;
            }
        };
    }

    @Override
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The subject; never the key. */
    @Override
    public String toString() {
        return "Pkcs12SigningKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
