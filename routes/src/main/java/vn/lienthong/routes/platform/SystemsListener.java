package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;

/** A port of its own for programs, beside the console's: made before the server starts, open while it runs. */
final class SystemsListener {

    private final Connector connector = new Connector(Http11NioProtocol.class.getName());

    /** What of its settings every such port has. */
    interface Bounds {
        InetAddress address();

        int port();

        @Nullable
        TlsSettings tls();

        int maxConnections();

        Duration readTimeout();

        Duration idleTimeout();
    }

    /** The port it really listens on; below zero before it does. */
    int port() {
        return connector.getLocalPort();
    }

    /**
     * Sets it up.
     *
     * @param name begins the names of its threads
     */
    Connector prepare(String name, Bounds bounds, WatchKeys keys) {
        connector.setPort(bounds.port());
        connector.setXpoweredBy(false);
        connector.setThrowOnFailure(true);
        AbstractHttp11Protocol<?> protocol = protocol();
        protocol.setAddress(bounds.address());
        protocol.setExecutor(new VirtualThreadExecutor(name + "-"));
        // Who asks first hears whether it may come in before it sends its body.
        protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        protocol.setMaxConnections(bounds.maxConnections());
        protocol.setConnectionTimeout(Math.toIntExact(bounds.readTimeout().toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(bounds.idleTimeout().toMillis()));
        ListenerTls.apply(connector, bounds.tls());
        keys.watch(connector, bounds.tls());
        return connector;
    }

    AbstractHttp11Protocol<?> protocol() {
        return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    }
}
