package vn.lienthong.routes.platform;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * Keeps the {@link DatabaseClock} on the database's time and watches how far this machine's wall clock is from it. Beyond
 * two seconds an operator is told, once until it is over: TLS, logs and files are dated by the wall clock.
 */
public final class FollowDatabaseClock {

    static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(FollowDatabaseClock.class);

    private final DatabaseTime time;
    private final DatabaseClock clock;
    private final Clock wall;
    private final SkewAlert alert;
    private boolean lost;

    FollowDatabaseClock(DatabaseTime time, DatabaseClock clock, Clock wall, UnitOfWork work, String machine) {
        this.time = time;
        this.clock = clock;
        this.wall = wall;
        this.alert = new SkewAlert(work, clock, machine);
    }

    /** Measures once. While the database does not answer, the clock goes on by its last measurement. */
    public synchronized void follow() {
        try {
            DatabaseTime.Reading reading = time.read();
            Duration skew = time.skew(wall.instant(), reading);
            clock.follow(reading);
            lost = false;
            alert.on(skew);
        } catch (SQLException e) {
            if (!lost) {
                LOG.warn("the database's clock cannot be read, going on by the last measurement: {}", e.getMessage());
            }
            lost = true;
        }
    }
}
