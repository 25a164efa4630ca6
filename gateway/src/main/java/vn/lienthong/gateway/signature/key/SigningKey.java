package vn.lienthong.gateway.signature.key;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A private key that signs for us without being handed over. Safe for many threads. */
public interface SigningKey {

    /**
     * Signs bytes; the key, or its token, digests them.
     *
     * @return the signature value as {@link java.security.Signature} gives it
     * @throws SigningException when the key is lost, locked or of another kind
     */
    byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException;

    /**
     * Signs many under one authorisation, where the key's place knows such a thing; else one after the other. What was signed
     * stays signed where others fail; after a PIN that was refused nothing else is asked.
     *
     * @return one for each, in their order
     * @throws SigningException when none was signed
     */
    default List<Signed> signAll(List<byte[]> toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        List<Signed> all = new ArrayList<>(toBeSigned.size());
        Optional<SigningException> refused = Optional.empty();
        for (byte[] one : toBeSigned) {
            if (refused.isPresent()) {
                all.add(new Signed.Failed(refused.get()));
                continue;
            }
            try {
                all.add(new Signed.Value(sign(one, algorithm)));
            } catch (SigningException lost) {
                if (all.isEmpty()) {
                    throw lost;
                }
                all.add(new Signed.Failed(lost));
                refused = Optional.of(lost).filter(RefusedPin::is);
            }
        }
        return all;
    }

    /** The certificate of the key. */
    X509Certificate certificate();

    /** The certificate and the authorities above it, leaf first; the root may be missing. */
    List<X509Certificate> chain();

    /** The algorithm that everybody's software reads for this key. */
    default SignatureAlgorithm usualAlgorithm() {
        return SignatureAlgorithm.usualFor(certificate().getPublicKey());
    }
}
