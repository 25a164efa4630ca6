package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * The database of a gateway that has never run, with its tables made: laid into a test's data folder, it spares the start what
 * takes longest. Tests that are about first starts do without. Made once in a JVM, by whichever test needs it first.
 */
public final class ReadyCluster {
    private static final List<String> PARTS = List.of("postgres/cluster", "secrets/postgres", "secrets/postgres-admin");

    private ReadyCluster() {}

    /** Leaves a folder that has a database as it is. */
    public static void layInto(Path data) {
        if (Files.exists(data.resolve("postgres")) || Files.exists(data.resolve("secrets"))) {
            return;
        }
        try {
            for (Path folder : List.of(data, data.resolve("postgres"), data.resolve("secrets"))) {
                DataFolder.makePrivate(folder);
            }
            for (String part : PARTS) {
                copy(Made.FOLDER.resolve(part), data.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Made when it is first asked for. */
    private static final class Made {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
                Path folder = Files.createTempDirectory(target, "ready-cluster-");
                start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                FolderTree.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void start(Path folder) {
            Path programs = Path.of("target", "postgres").toAbsolutePath();
            try (DataFolder data = DataFolder.open(folder);
                    EmbeddedDatabase database = EmbeddedDatabase.start(
                            data, new DatabaseSettings(null, null, null, 2, 0, programs), Progress.silent())) {
                DatabaseAddress address = database.address();
                Flyway.configure()
                        .dataSource(address.url(), address.user(), address.password())
                        .load()
                        .migrate();
            }
        }
    }
}
