package vn.lienthong.routes.platform;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The listener of the doors for systems. It is not the console's: here a caller may be asked for a certificate and no browser
 * brings a cookie; and not the axis dialect's, whose headers are larger than any of these doors needs.
 */
@Component
public final class ServicesListener implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ServicesSettings settings;
    private final WatchKeys keys;
    private final SystemsListener listener = new SystemsListener();

    ServicesListener(GatewayConfiguration configuration, WatchKeys keys) {
        this.keys = keys;
        this.settings = configuration.services();
    }

    /** The port it really listens on; below zero before it does. */
    public int port() {
        return listener.port();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(listener.prepare("services", settings, keys));
    }
}
