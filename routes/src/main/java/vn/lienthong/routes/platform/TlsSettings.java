package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code lienthong.console.tls}, {@code lienthong.axis.tls}, {@code lienthong.services.tls}: the key of a listener, and whom it knows by certificate.
 *
 * @param keyStore PKCS#12 file with the key and its chain
 * @param keyStorePassword password of that file and of the key in it
 * @param trustStore PKCS#12 file of the authorities of client certificates; when given, a client may show one
 * @param trustStorePassword password of that file
 */
public record TlsSettings(
        Path keyStore, String keyStorePassword, @Nullable Path trustStore, @Nullable String trustStorePassword) {
    public TlsSettings {
        Setting.together("tls.key-store", keyStore, "tls.key-store-password", keyStorePassword);
        Setting.together("tls.trust-store", trustStore, "tls.trust-store-password", trustStorePassword);
        requireReadable("tls.key-store", keyStore);
        requireReadable("tls.trust-store", trustStore);
    }

    /** Without the passwords: records are printed in messages. */
    @Override
    public String toString() {
        return "TlsSettings[keyStore=" + keyStore + ", trustStore=" + trustStore + "]";
    }

    private static void requireReadable(String path, @Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw Setting.refuse(path, file, "một tệp PKCS#12 đọc được");
        }
    }
}
