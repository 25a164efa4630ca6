package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes up a listener's key when its file was replaced: connections from then on see the new certificate, those that are open
 * stay as they are. Only a file that lies still between two looks and opens with the password is used; else the old key stays.
 */
@Component
public final class WatchKeys {

    private static final Logger LOG = LoggerFactory.getLogger(WatchKeys.class);

    private static final class Watched {
        private final Connector connector;
        private final TlsSettings tls;
        private String used;
        private String before;

        Watched(Connector connector, TlsSettings tls) {
            this.connector = connector;
            this.tls = tls;
            this.used = facts(tls);
            this.before = used;
        }
    }

    private final List<Watched> listeners = new CopyOnWriteArrayList<>();

    /** From now on, where the listener has a key at all. */
    void watch(Connector connector, @Nullable TlsSettings tls) {
        if (tls != null) {
            listeners.add(new Watched(connector, tls));
        }
    }

    /** Looks once. */
    public void takeUp() {
        listeners.forEach(WatchKeys::look);
    }

    private static void look(Watched listener) {
        String now = facts(listener.tls);
        boolean lies = now.equals(listener.before);
        listener.before = now;
        if (!lies || now.equals(listener.used)) {
            return;
        }
        listener.used = now;
        try {
            open(listener.tls.keyStore(), listener.tls.keyStorePassword());
            open(listener.tls.trustStore(), listener.tls.trustStorePassword());
            ((AbstractHttp11Protocol<?>) listener.connector.getProtocolHandler()).reloadSslHostConfigs();
            LOG.info("key of the listener on port {} taken up anew", listener.connector.getLocalPort());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            LOG.error(
                    "key of the listener on port {} not taken up, the one before stays: {}",
                    listener.connector.getLocalPort(),
                    unusable.toString());
        }
    }

    private static void open(@Nullable Path store, @Nullable String password)
            throws IOException, GeneralSecurityException {
        if (store != null && password != null) {
            try (InputStream in = Files.newInputStream(store)) {
                KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
            }
        }
    }

    private static String facts(TlsSettings tls) {
        return facts(tls.keyStore()) + facts(tls.trustStore());
    }

    private static String facts(@Nullable Path file) {
        if (file == null) {
            return "";
        }
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            return facts.size() + " " + facts.lastModifiedTime() + " " + facts.fileKey() + "\n";
        } catch (IOException goneMeanwhile) {
            return "gone\n";
        }
    }
}
