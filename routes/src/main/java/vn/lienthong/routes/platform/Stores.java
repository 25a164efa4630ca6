package vn.lienthong.routes.platform;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database and the broker of this process. Both start on threads of their own while Spring reads its classes; who needs
 * one waits for it.
 */
public final class Stores implements AutoCloseable {
    private final @Nullable CompletableFuture<EmbeddedDatabase> database;
    private final @Nullable CompletableFuture<EmbeddedBroker> broker;
    private final GatewayConfiguration configuration;
    private boolean closed;

    private Stores(
            @Nullable CompletableFuture<EmbeddedDatabase> database,
            @Nullable CompletableFuture<EmbeddedBroker> broker,
            GatewayConfiguration configuration) {
        this.database = database;
        this.broker = broker;
        this.configuration = configuration;
    }

    /** Begins to start what is embedded, and returns at once. */
    static Stores start(DataFolder data, GatewayConfiguration configuration, Progress progress) {
        return new Stores(
                configuration.database().url() != null
                        ? null
                        : begin("start-database", () -> startDatabase(data, configuration.database(), progress)),
                configuration.broker().url() != null
                        ? null
                        : begin("start-broker", () -> startBroker(data, configuration.broker(), progress)),
                configuration);
    }

    /** @throws StartRefused when it did not start */
    DatabaseAddress database() {
        DatabaseAddress external = configuration.database().external();
        return external != null ? external : await(database).address();
    }

    /** Plain connections to the broker. */
    ConnectionFactory broker() {
        return broker == null
                ? JmsConnections.external(configuration.broker())
                : await(broker).connectionFactory();
    }

    Optional<EmbeddedBroker> embeddedBroker() {
        return broker == null ? Optional.empty() : Optional.of(await(broker));
    }

    /** Stops the broker, then the database: a message may be given back, a commit must still be possible. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            closeQuietly(broker);
            closeQuietly(database);
        }
    }

    private static EmbeddedDatabase startDatabase(DataFolder data, DatabaseSettings settings, Progress progress) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data, settings, progress);
        progress.say("cơ sở dữ liệu sẵn sàng (PostgreSQL " + DatabasePrograms.VERSION + ", ghi bền)");
        return database;
    }

    private static EmbeddedBroker startBroker(DataFolder data, BrokerSettings settings, Progress progress) {
        EmbeddedBroker broker = EmbeddedBroker.start(data, settings);
        progress.say("hàng đợi sẵn sàng (Artemis, ghi bền)");
        return broker;
    }

    private static <T> CompletableFuture<T> begin(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                start, task -> Thread.ofPlatform().name(name).start(task));
    }

    private static <T> T await(@Nullable CompletableFuture<T> starting) {
        if (starting == null) {
            throw new IllegalStateException("an external store was asked for as an embedded one");
        }
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }

    // One that never started has nothing to close; its failure is reported by whoever waited for it.
    private static void closeQuietly(@Nullable CompletableFuture<? extends AutoCloseable> started) {
        if (started != null) {
            started.handle((store, failure) -> store).thenAccept(Stores::close).join();
        }
    }

    private static void close(@Nullable AutoCloseable store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Stores.class).warn("did not stop cleanly", e);
        }
    }
}
