package vn.lienthong.routes.platform;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** The names and rules of the broker's queues. A queue holds only identifiers, so its messages are small. */
public final class QueueSettings {
    /** Where a message goes that was handed out too often. Nothing leaves it but by a flow that has dealt with it. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** First part of the name of a receiving system's queue. */
    public static final String DELIVERY_PREFIX = "delivery.";

    static final int REMEMBERED_DUPLICATE_IDS = 20_000;
    private static final int LONGEST_DELAY_FACTOR = 10;
    private static final int PAGE_BYTES = 1024 * 1024;
    private static final long MOST_PAGED_BYTES = 1024L * 1024 * 1024;
    private static final int UNLIMITED = -1;

    private QueueSettings() {}

    /** The queue of a receiving system. */
    public static String delivery(String systemId) {
        return DELIVERY_PREFIX + systemId;
    }

    static void apply(ConfigurationImpl configuration, BrokerSettings settings) {
        configuration.addAddressSetting("#", common(settings));
        // A dead letter whose flow fails stays where it is: the dead-letter queue has no dead-letter queue.
        configuration.addAddressSetting(
                DEAD_LETTERS, common(settings).setMaxDeliveryAttempts(UNLIMITED).setRedeliveryMultiplier(2.0));
        configuration.addQueueConfiguration(QueueConfiguration.of(DEAD_LETTERS)
                .setAddress(DEAD_LETTERS)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
    }

    private static AddressSettings common(BrokerSettings settings) {
        long delay = settings.redeliveryDelay().toMillis();
        return new AddressSettings()
                .setExpiryAddress(SimpleString.of(DEAD_LETTERS))
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setMaxDeliveryAttempts(settings.maxDeliveryAttempts())
                .setRedeliveryDelay(delay)
                .setRedeliveryMultiplier(2.0)
                .setMaxRedeliveryDelay(delay * LONGEST_DELAY_FACTOR)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setIDCacheSize(REMEMBERED_DUPLICATE_IDS)
                .setMaxSizeBytes(settings.maxInMemory().toBytes() / 2)
                .setPageSizeBytes(PAGE_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                // The record is PostgreSQL: a sender is told that the queue is full and the outbox keeps its row.
                .setPageLimitBytes(MOST_PAGED_BYTES)
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
    }
}
