package vn.lienthong.gateway.signature.key;

import java.security.cert.X509Certificate;
import java.util.List;

/** A private key that signs for us without being handed over. Safe for many threads. */
public interface SigningKey {

    /**
     * Signs bytes; the key, or its token, digests them.
     *
     * @return the signature value as {@link java.security.Signature} gives it
     * @throws SigningException when the key is lost, locked or of another kind
     */
    byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException;

    /** The certificate of the key. */
    X509Certificate certificate();

    /** The certificate and the authorities above it, leaf first; the root may be missing. */
    List<X509Certificate> chain();

    /** The algorithm that everybody's software reads for this key. */
    default SignatureAlgorithm usualAlgorithm() {
        return SignatureAlgorithm.usualFor(certificate().getPublicKey());
    }
}
