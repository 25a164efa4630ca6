package vn.lienthong.certsdev;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key and the chain that speaks for it: own certificate first, root last. */
record Credential(PrivateKey key, List<X509Certificate> chain) {
    Credential {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Credential[" + certificate().getSubjectX500Principal() + "]";
    }
}
