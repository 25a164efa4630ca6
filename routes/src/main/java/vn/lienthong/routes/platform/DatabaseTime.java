package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/** Asks a database what time it is: a few round trips, of which the median counts. */
final class DatabaseTime {

    private static final int ROUNDS = 5;
    private static final int LONGEST_SECONDS = 2;

    private final Connections connections;
    private final LongSupplier nanos;

    DatabaseTime(Connections connections) {
        this(connections, System::nanoTime);
    }

    DatabaseTime(Connections connections, LongSupplier nanos) {
        this.connections = connections;
        this.nanos = nanos;
    }

    /** Where a connection comes from; it is closed after use. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /**
     * What the database's clock showed.
     *
     * @param nanos the reading of {@link System#nanoTime()} that belongs to it
     */
    record Reading(long nanos, Instant instant) {

        /** The database's time at a later reading of {@link System#nanoTime()}. */
        Instant at(long later) {
            return instant.plusNanos(later - nanos);
        }
    }

    /**
     * One measurement.
     *
     * @throws SQLException when the database does not answer, or not within two seconds a round
     */
    Reading read() throws SQLException {
        List<Reading> readings = new ArrayList<>();
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                readings.add(round(statement));
            }
        }
        long origin = readings.getFirst().nanos();
        readings.sort(Comparator.comparing(reading -> reading.at(origin)));
        return readings.get(ROUNDS / 2);
    }

    private Reading round(Statement statement) throws SQLException {
        long asked = nanos.getAsLong();
        try (ResultSet answer = statement.executeQuery("SELECT clock_timestamp()")) {
            long answered = nanos.getAsLong();
            answer.next();
            Instant shown = answer.getObject(1, OffsetDateTime.class).toInstant();
            return new Reading(asked + (answered - asked) / 2, shown);
        }
    }

    /** How far the database is ahead of this machine's wall clock; negative when it is behind. */
    Duration skew(Instant wall, Reading reading) {
        return Duration.between(wall, reading.at(nanos.getAsLong()));
    }
}
