package vn.lienthong.routes.platform;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** How we talk to a broker, whichever it is. */
final class JmsConnections {
    private static final int FOR_EVER = -1;

    private JmsConnections() {}

    static ConnectionFactory external(BrokerSettings settings) {
        return external(settings, FOR_EVER);
    }

    static ConnectionFactory external(BrokerSettings settings, int reconnectAttempts) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(settings.url());
        factory.setUser(settings.user());
        factory.setPassword(settings.password());
        factory.setReconnectAttempts(reconnectAttempts);
        return tuned(factory);
    }

    static ActiveMQConnectionFactory tuned(ActiveMQConnectionFactory factory) {
        factory.setBlockOnDurableSend(true);
        // No message waits behind a slow delivery while another consumer is idle.
        factory.setConsumerWindowSize(0);
        factory.setUseTopologyForLoadBalancing(false);
        return factory;
    }
}
