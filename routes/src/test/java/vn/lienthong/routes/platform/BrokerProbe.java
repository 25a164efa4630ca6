package vn.lienthong.routes.platform;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Opens the journal of a gateway that does not run, to put a message there or to look for one. */
public final class BrokerProbe {
    static final BrokerSettings SETTINGS =
            new BrokerSettings(null, null, null, 5, Duration.ZERO, DataSize.ofMegabytes(64));

    private BrokerProbe() {}

    /** Returns when the message is on disk. */
    public static void send(Path data, String queue, String text) throws JMSException {
        try (DataFolder folder = DataFolder.open(data);
                EmbeddedBroker broker = EmbeddedBroker.start(folder, SETTINGS);
                Connection connection = broker.connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage(text));
            session.commit();
        }
    }

    /** Takes one message off the queue; empty when none comes within five seconds. */
    public static Optional<String> receive(Path data, String queue) throws JMSException {
        try (DataFolder folder = DataFolder.open(data);
                EmbeddedBroker broker = EmbeddedBroker.start(folder, SETTINGS);
                Connection connection = broker.connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            Message message = consumer.receive(5_000);
            session.commit();
            return message == null ? Optional.empty() : Optional.of(message.getBody(String.class));
        }
    }
}
