package vn.lienthong.routes.command.demo;

import java.net.InetAddress;
import java.net.URI;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;
import vn.lienthong.routes.platform.StartRefused;

/**
 * Where the gateway really listens.
 *
 * @param console ends in a slash
 * @param axis the adapter's address, as clients are given it
 * @param services of the doors for systems, ends in a slash
 */
record Addresses(URI console, URI axis, URI services) {

    /**
     * Of a gateway that is up.
     *
     * @throws StartRefused when a listener has TLS: the story is told without
     */
    static Addresses of(RunningGateway gateway) {
        GatewayConfiguration configuration = gateway.configuration();
        if (configuration.console().tls() != null
                || configuration.axis().tls() != null
                || configuration.services().tls() != null) {
            throw new StartRefused(
                    "lệnh demo không dùng TLS (expected: bỏ tls của lienthong.console, lienthong.axis, lienthong.services)");
        }
        String console = base(
                configuration.console().address(),
                gateway.part(ConsoleListener.class).port());
        String axis = base(
                configuration.axis().address(), gateway.part(AxisListener.class).port());
        String services = base(
                configuration.services().address(),
                gateway.part(ServicesListener.class).port());
        return new Addresses(
                URI.create(console + "/"), URI.create(axis + "/XrdAdapter/adapter"), URI.create(services + "/"));
    }

    URI dossier(Object id) {
        return console.resolve("dossiers/" + id);
    }

    private static String base(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
