package vn.lienthong.certsdev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * A development identity: an agency's seal or an official's key with its certificate.
 *
 * @param chain leaf first, root last
 * @param fate what the certificate was made for; a later {@link DevelopmentPki#revoke} does not change it
 */
public record DevIdentity(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain, Fate fate) {
    public DevIdentity {
        chain = List.copyOf(chain);
        if (!chain.getFirst().equals(certificate)) {
            throw new IllegalArgumentException("chain: starts with "
                    + chain.getFirst().getSubjectX500Principal() + " (expected: the certificate itself)");
        }
    }

    /** Key and whole chain as PKCS#12 (RFC 7292), one entry, store and key under the same password. */
    public byte[] pkcs12(char[] password) {
        try {
            return KeyStores.write(Map.of("identity", new Credential(key, chain)), password);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The certificate alone, as PEM. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** The whole chain, as PEM, leaf first. */
    public String chainPem() {
        return Pem.of(chain);
    }

    /** Subject and fate; never the key. */
    @Override
    public String toString() {
        return "DevIdentity[" + certificate.getSubjectX500Principal() + ", " + fate + "]";
    }
}
