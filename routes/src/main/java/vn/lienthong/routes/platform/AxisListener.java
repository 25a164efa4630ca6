package vn.lienthong.routes.platform;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The axis dialect's own port beside the console's: its calls carry very long headers and its callers come from other
 * networks. Large headers are allowed here only.
 */
@Component
public final class AxisListener implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    // Each kept processor keeps a buffer of the largest header: few are kept.
    private static final int KEPT_PROCESSORS = 8;

    private final AxisSettings settings;
    private final WatchKeys keys;
    private final Connector connector = new Connector(Http11NioProtocol.class.getName());

    AxisListener(GatewayConfiguration configuration, WatchKeys keys) {
        this.keys = keys;
        this.settings = configuration.axis();
    }

    /** The port it really listens on; below zero before it does. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector.setPort(settings.port());
        connector.setXpoweredBy(false);
        connector.setThrowOnFailure(true);
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setAddress(settings.address());
        protocol.setExecutor(new VirtualThreadExecutor("axis-"));
        protocol.setMaxHttpRequestHeaderSize(
                Math.toIntExact(settings.maxHeaderSize().toBytes()));
        protocol.setProcessorCache(KEPT_PROCESSORS);
        // Who asks first hears whether it may come in before it sends its body.
        protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        protocol.setMaxConnections(settings.maxConnections());
        protocol.setConnectionTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(settings.idleTimeout().toMillis()));
        ListenerTls.apply(connector, settings.tls());
        keys.watch(connector, settings.tls());
        factory.addAdditionalConnectors(connector);
        factory.addEngineValves(new CloseBehind());
    }
}
