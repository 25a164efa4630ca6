package vn.lienthong.routes.platform;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The listener of the console: people only; systems call on others. */
@Component
public final class ConsoleListener implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Of a form, beside its documents: the token against forgery, the code and the like. */
    private static final int OTHER_FIELDS = 100;

    private static final int USUAL_FIELDS = 1_000;

    private final ConsoleSettings settings;
    private final int fields;
    private final WatchKeys keys;
    private final AtomicReference<@Nullable Connector> connector = new AtomicReference<>();

    ConsoleListener(GatewayConfiguration configuration, WatchKeys keys) {
        this.keys = keys;
        this.settings = configuration.console();
        this.fields = fields(configuration.tray());
    }

    /** Most fields of a form: an officer may choose as many documents as are signed at once. */
    static int fields(TraySettings tray) {
        return Math.max(USUAL_FIELDS, tray.maxSigning() + OTHER_FIELDS);
    }

    /** The port it really listens on; below zero before it does. */
    public int port() {
        Connector made = connector.get();
        return made == null ? -1 : made.getLocalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setPort(settings.port());
        factory.setAddress(settings.address());
        factory.addConnectorCustomizers(this::customize);
        if (settings.isBehindTls()) {
            // By itself the container says so only where TLS ends here.
            factory.addInitializers(context -> context.getSessionCookieConfig().setSecure(true));
        }
    }

    private void customize(Connector primary) {
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) primary.getProtocolHandler();
        protocol.setMaxConnections(settings.maxConnections());
        protocol.setConnectionTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(settings.idleTimeout().toMillis()));
        primary.setMaxParameterCount(fields);
        ListenerTls.apply(primary, settings.tls());
        keys.watch(primary, settings.tls());
        connector.set(primary);
    }
}
