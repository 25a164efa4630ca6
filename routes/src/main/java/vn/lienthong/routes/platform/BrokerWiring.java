package vn.lienthong.routes.platform;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;

/** How Camel reaches the broker. */
@Configuration(proxyBeanMethods = false)
class BrokerWiring {
    private static final int CACHED_SESSIONS = 32;

    /** One connection, its sessions kept open between sends. Consumers keep their own. */
    @Bean(destroyMethod = "destroy")
    CachingConnectionFactory connectionFactory(Stores stores) {
        CachingConnectionFactory pool = new CachingConnectionFactory(stores.broker());
        pool.setSessionCacheSize(CACHED_SESSIONS);
        pool.setCacheConsumers(false);
        return pool;
    }

    /**
     * Camel's {@code jms:}. Transacted by the session alone: what a route takes is given back when it fails, and the broker
     * counts. There is no transaction manager, since none could span the broker and the database.
     */
    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory) {
        JmsComponent jms = JmsComponent.jmsComponent(connectionFactory);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setDeliveryPersistent(true);
        return jms;
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Stores stores) {
        return () -> stores.embeddedBroker().map(EmbeddedBroker::isActive).orElse(true)
                ? Health.up().build()
                : Health.down().build();
    }
}
