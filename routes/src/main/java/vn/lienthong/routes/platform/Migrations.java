package vn.lienthong.routes.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps of the schema: those this program carries, and those a database has taken. */
public final class Migrations {

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

    static boolean areAllIn(DatabaseAddress address) {
        return at(address).load().info().pending().length == 0;
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
