package vn.lienthong.routes.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lienthong.broker}: the Artemis that moves work. Without {@code url} the gateway runs its own, under {@code broker}
 * in the data folder, reachable from this process only.
 *
 * @param url {@code tcp://…} of an external broker; its queues, dead-letter address and redelivery are set there
 * @param user its user
 * @param password the user's password
 * @param maxDeliveryAttempts times a message is handed out before it goes to {@code dead-letters}; default 5
 * @param redeliveryDelay wait before the second time, doubled each time up to ten times as long; default 1 s
 * @param maxInMemory messages held in memory, over all queues, before they are paged to disk; default 64 MB
 */
public record BrokerSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("5") int maxDeliveryAttempts,
        @DefaultValue("1s") Duration redeliveryDelay,
        @DefaultValue("64MB") DataSize maxInMemory) {
    public BrokerSettings {
        Setting.together("lienthong.broker.user", user, "lienthong.broker.password", password);
        Setting.inRange("lienthong.broker.max-delivery-attempts", maxDeliveryAttempts, 1, 100);
        Setting.inRange("lienthong.broker.redelivery-delay", redeliveryDelay, Duration.ZERO, Duration.ofMinutes(10));
        Setting.inRange(
                "lienthong.broker.max-in-memory", maxInMemory, DataSize.ofMegabytes(8), DataSize.ofGigabytes(8));
    }

    /** Without the password: records are printed in messages. */
    @Override
    public String toString() {
        return "BrokerSettings[url=" + url + ", user=" + user + "]";
    }
}
