package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.springframework.util.unit.DataSize;

/** An Artemis as an administrator would run it: a TCP port, a user with a password, a journal that outlives it. */
final class ExternalBroker implements AutoCloseable {

    static final String USER = "cong";
    static final String PASSWORD = "mat-khau-cong";

    private final EmbeddedActiveMQ server;

    private ExternalBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    static ExternalBroker start(Path folder, int port) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("external")
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setMaxDiskUsage(-1)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setResolveProtocols(false);
        configuration.putSecurityRoles(
                "#",
                Set.of(new Role("gateways", true, true, true, true, true, true, false, true, true, true, true, true)));
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port), "tcp"));
        QueueSettings.apply(
                configuration,
                new BrokerSettings(null, null, null, 5, Duration.ofSeconds(1), DataSize.ofMegabytes(64)));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new OneUser());
        server.start();
        return new ExternalBroker(server);
    }

    boolean has(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)) != null;
    }

    /** Messages that went through a queue since the broker started. */
    long handled(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessagesAcknowledged();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("external broker: does not stop", e);
        }
    }

    private static final class OneUser implements ActiveMQSecurityManager {

        @Override
        public boolean validateUser(String user, String password) {
            return USER.equals(user) && PASSWORD.equals(password);
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
            return validateUser(user, password);
        }
    }
}
