package vn.lienthong.routes.platform;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * An Artemis broker inside this process, its journal under {@code broker} of the data folder. A message is on disk before
 * its send returns. No port is opened: only this process reaches it, so there is nobody to authenticate.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int JOURNAL_FILE_BYTES = 10 * 1024 * 1024;
    private static final long LEAST_FREE_DISK_BYTES = 200L * 1024 * 1024;

    private final EmbeddedActiveMQ server;
    private final int number;

    private EmbeddedBroker(EmbeddedActiveMQ server, int number) {
        this.server = server;
        this.number = number;
    }

    /**
     * Opens the journal, or makes one, and starts.
     *
     * @throws StartRefused when the journal cannot be opened
     */
    public static EmbeddedBroker start(DataFolder data, BrokerSettings settings) {
        int number = NUMBERS.incrementAndGet();
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            server.setConfiguration(configuration(data.broker(), settings, number));
            server.start();
        } catch (Exception e) {
            throw new StartRefused("hàng đợi nhúng không khởi động được (" + data.broker() + "): " + e.getMessage(), e);
        }
        EmbeddedBroker broker = new EmbeddedBroker(server, number);
        if (!server.getActiveMQServer().isActive()) {
            broker.close();
            throw new StartRefused("hàng đợi nhúng không mở được nhật ký trong " + data.broker() + ": xem tệp log");
        }
        return broker;
    }

    /** Plain connections; the caller pools them. */
    public ConnectionFactory connectionFactory() {
        return JmsConnections.tuned(new ActiveMQConnectionFactory("vm://" + number));
    }

    public boolean isActive() {
        return server.getActiveMQServer().isActive();
    }

    /** Stops taking and giving messages and closes the journal; what is in it is kept. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new StartRefused("hàng đợi nhúng không dừng được: " + e.getMessage(), e);
        }
    }

    private static Configuration configuration(Path folder, BrokerSettings settings, int number) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("lienthong")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDatasync(true)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(10)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPersistIDCache(true)
                .setIDCacheSize(QueueSettings.REMEMBERED_DUPLICATE_IDS)
                .setGlobalMaxSize(settings.maxInMemory().toBytes())
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setResolveProtocols(false)
                .setScheduledThreadPoolMaxSize(2);
        // Free bytes, not a percentage: a large, well filled disk is no reason to stop taking messages.
        configuration.setMinDiskFree(LEAST_FREE_DISK_BYTES);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, number)));
        QueueSettings.apply(configuration, settings);
        return configuration;
    }
}
