package vn.lienthong.gateway.signature.key;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A service that keeps the keys of others and signs digests with them (CSC API v2). Logged in, with one key's authorisation at
 * hand. Safe for many threads.
 */
public interface RemoteSigner {

    /**
     * A key as the service describes it (credentials/info).
     *
     * @param chain its certificate first, then the authorities above it
     * @param algorithms what it signs with, of what we know
     * @param most digests that one authorisation may be for, from 1
     */
    record Credential(List<X509Certificate> chain, Set<SignatureAlgorithm> algorithms, int most) {
        public Credential {
            chain = List.copyOf(chain);
            algorithms = Set.copyOf(algorithms);
            if (chain.isEmpty() || most < 1) {
                throw new IllegalArgumentException("credential: " + chain.size() + " certificates, " + most
                        + " at once (expected: its own certificate, and at least 1)");
            }
        }
    }

    /**
     * What the service says of the key now.
     *
     * @throws SigningException when it cannot be reached, knows no such key, or the key is disabled
     */
    Credential credential() throws SigningException;

    /**
     * Signs digests under one authorisation (credentials/authorize, then signatures/signHash).
     *
     * @param digests not more than the key's most
     * @return as many values as digests, in their order; unchecked
     * @throws SigningException when nothing was signed
     */
    List<byte[]> sign(List<Sha256> digests, SignatureAlgorithm algorithm) throws SigningException;
}
