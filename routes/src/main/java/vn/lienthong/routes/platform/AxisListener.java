package vn.lienthong.routes.platform;

import org.apache.coyote.http11.AbstractHttp11Protocol;
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
    private final SystemsListener listener = new SystemsListener();

    AxisListener(GatewayConfiguration configuration, WatchKeys keys) {
        this.keys = keys;
        this.settings = configuration.axis();
    }

    /** The port it really listens on; below zero before it does. */
    public int port() {
        return listener.port();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        AbstractHttp11Protocol<?> protocol = listener.protocol();
        protocol.setMaxHttpRequestHeaderSize(
                Math.toIntExact(settings.maxHeaderSize().toBytes()));
        protocol.setProcessorCache(KEPT_PROCESSORS);
        factory.addAdditionalConnectors(listener.prepare("axis", settings, keys));
        factory.addEngineValves(new CloseBehind());
    }
}
