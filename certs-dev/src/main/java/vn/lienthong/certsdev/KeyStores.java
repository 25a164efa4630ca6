package vn.lienthong.certsdev;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Credentials as PKCS#12 (RFC 7292), one entry each; store and keys under one password. */
final class KeyStores {
    private KeyStores() {}

    static byte[] write(Map<String, Credential> credentials, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Map.Entry<String, Credential> entry : credentials.entrySet()) {
                Credential one = entry.getValue();
                store.setKeyEntry(
                        entry.getKey(), one.key(), password, one.chain().toArray(Certificate[]::new));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("PKCS#12: cannot be written (expected: keys the JDK can keep)", fault);
        }
    }

    static Map<String, Credential> read(byte[] bytes, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            Map<String, Credential> credentials = new HashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    credentials.put(
                            alias,
                            new Credential(
                                    key,
                                    Arrays.stream(store.getCertificateChain(alias))
                                            .map(X509Certificate.class::cast)
                                            .toList()));
                }
            }
            return credentials;
        } catch (GeneralSecurityException fault) {
            throw new IOException("PKCS#12: cannot be read (expected: what save wrote, and its password)", fault);
        }
    }
}
