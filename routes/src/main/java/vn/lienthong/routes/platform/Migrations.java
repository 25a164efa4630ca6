package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps of the schema: those this program carries, and those a database has taken. */
public final class Migrations {
    private static final int ANSWER_SECONDS = 5;

    private Migrations() {}

    /**
     * One step.
     *
     * @param checksum over its text
     */
    public record Step(String version, int checksum) {}

    /** Takes every step that is missing. */
    static void bringUpToDate(DatabaseAddress address) {
        at(address).load().migrate();
    }

    /** Takes the steps up to one, that one included: what a backup of that time fits into. */
    public static void bringTo(DatabaseAddress address, String version) {
        at(address).target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    /**
     * How a database stands to this program.
     *
     * @param pending steps it has not taken
     * @param unknown the first step it has taken that this program does not carry
     * @param newestOfOurs the last step that this program carries
     */
    record Standing(int pending, Optional<String> unknown, int newestOfOurs) {
        boolean isCurrent() {
            return pending == 0 && unknown.isEmpty();
        }
    }

    static Standing standing(DatabaseAddress address) {
        List<MigrationInfo> all = Arrays.stream(at(address).load().info().all())
                .filter(step -> step.getVersion() != null)
                .toList();
        long pending = all.stream()
                .filter(step -> step.getState() == MigrationState.PENDING)
                .count();
        Optional<String> unknown = all.stream()
                .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
                .findFirst()
                .map(step -> step.getVersion().getVersion());
        int newest = all.stream()
                .filter(step -> step.getState().isResolved())
                .mapToInt(step -> Integer.parseInt(step.getVersion().getVersion()))
                .max()
                .orElse(0);
        return new Standing((int) pending, unknown, newest);
    }

    /** Not while a gateway that has just been started still makes its tables, or stops what an earlier one left running. */
    static boolean areAllIn(DatabaseAddress address) {
        try (Connection connection = address.connect()) {
            return connection.isValid(ANSWER_SECONDS) && standing(address).pending() == 0;
        } catch (SQLException | FlywayException notYet) {
            return false;
        }
    }

    /** What the database has taken, in order. */
    public static List<Step> taken(DatabaseAddress address) {
        return steps(Arrays.stream(at(address).load().info().applied()).filter(step -> step.getVersion() != null));
    }

    /** The steps among those given that this program does not carry, or carries with another text. */
    public static Optional<Step> firstUnknown(DatabaseAddress address, List<Step> steps) {
        List<Step> ours = steps(Arrays.stream(at(address).load().info().all()));
        return steps.stream().filter(step -> !ours.contains(step)).findFirst();
    }

    private static List<Step> steps(Stream<MigrationInfo> infos) {
        return infos.filter(info -> info.getVersion() != null)
                .map(info ->
                        new Step(info.getVersion().getVersion(), Objects.requireNonNullElse(info.getChecksum(), 0)))
                .toList();
    }

    private static FluentConfiguration at(DatabaseAddress address) {
        return Flyway.configure().dataSource(address.url(), address.user(), address.password());
    }
}
