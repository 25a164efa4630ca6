package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.platform.DatabaseAddress;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.Migrations;
import vn.lienthong.routes.platform.NamedFiles;
import vn.lienthong.routes.platform.Progress;

/**
 * Copies record, bytes, trust stores, settings and, where asked, keys into one file, to one instant: the record is read in one
 * snapshot, and the vault never changes what a snapshot names. A gateway may run beside it.
 */
public final class MakeBackup {
    private static final List<String> MADE_ANEW = List.of("postgres", "postgres-admin");

    private final DatabaseAddress address;
    private final Path root;
    private final GatewayConfiguration configuration;
    private final Progress progress;

    public MakeBackup(DatabaseAddress address, Path root, GatewayConfiguration configuration, Progress progress) {
        this.address = address;
        this.root = root;
        this.configuration = configuration;
        this.progress = progress;
    }

    /**
     * What was made.
     *
     * @param point the instant that it holds, ISO 8601 in UTC
     * @param whole SHA-256 of the file
     * @param missing digests that the record names and whose bytes are not in the vault
     * @param outside files with keys, or what opens them, that lie outside the data folder and are not in it
     * @param withSettings false where {@code lienthong.yaml} holds passwords and no keys were asked for
     */
    public record Made(
            Path file,
            String point,
            long rows,
            long documents,
            Sha256 whole,
            List<String> missing,
            List<Path> outside,
            boolean withSettings) {}

    /**
     * Makes the file.
     *
     * @param passphrase what the keys are sealed under; empty leaves them out
     */
    public Made make(Path file, String program, Optional<String> passphrase) throws IOException, SQLException {
        List<Migrations.Step> schema = Migrations.taken(address);
        try (Snapshot snapshot = Snapshot.take(address);
                BackupFile backup = BackupFile.begin(file)) {
            progress.say("thời điểm của bản sao lưu: " + snapshot.point());
            List<Manifest.Table> tables = tables(snapshot, backup);
            boolean inDatabase = configuration.database().url() != null;
            Manifest.VaultPart vault = inDatabase
                    ? new Manifest.VaultPart(true, 0, 0, List.of())
                    : new CopyVault(root.resolve("vault"), address, progress).copy(snapshot, backup);
            List<Path> sealFiles = snapshot.sealFiles();
            boolean settings = passphrase.isPresent() || !SettingsFile.holdsSecrets(root);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    program,
                    configuration.gateway().code().toString(),
                    snapshot.point(),
                    schema,
                    tables,
                    snapshot.sequences(),
                    vault,
                    parts(backup, passphrase, sealFiles));
            Sha256 whole = backup.finish(manifest);
            long rows = tables.stream().mapToLong(Manifest.Table::rows).sum();
            return new Made(
                    file, snapshot.point(), rows, vault.files(), whole, vault.missing(), outside(sealFiles), settings);
        }
    }

    private List<Manifest.Table> tables(Snapshot snapshot, BackupFile backup) throws SQLException, IOException {
        List<Manifest.Table> tables = new ArrayList<>();
        for (String table : snapshot.tables()) {
            List<String> columns = snapshot.columns(table);
            long[] rows = new long[1];
            Manifest.Part part = backup.add(Manifest.TABLES + table + ".copy", out -> {
                try {
                    rows[0] = snapshot.copy(table, columns, out);
                } catch (SQLException e) {
                    throw new IOException("bảng " + table + ": " + e.getMessage(), e);
                }
            });
            tables.add(new Manifest.Table(table, columns, rows[0], part));
            if (rows[0] > 0) {
                progress.say("bảng " + table + ": " + rows[0] + " dòng");
            }
        }
        return tables;
    }

    private List<Manifest.Part> parts(BackupFile backup, Optional<String> passphrase, List<Path> sealFiles)
            throws IOException {
        List<Manifest.Part> parts = new ArrayList<>();
        for (Map.Entry<String, Path> file : files(root.resolve("trust")).entrySet()) {
            parts.add(backup.add(Manifest.TRUST + file.getKey(), out -> Files.copy(file.getValue(), out)));
        }
        Path settings = root.resolve(SettingsFile.NAME);
        if (Files.exists(settings) && !SettingsFile.holdsSecrets(root)) {
            parts.add(backup.add(Manifest.SETTINGS, out -> Files.copy(settings, out)));
        }
        if (passphrase.isPresent()) {
            byte[] sealed = SealedKeys.seal(keys(sealFiles), passphrase.get());
            parts.add(backup.add(Manifest.KEYS, out -> out.write(sealed)));
        }
        return parts;
    }

    /**
     * All of {@code secrets} but what a restore makes anew; what settings and agencies' seals name elsewhere in the folder; the
     * master key from wherever it lies; settings with passwords. By names as seen from {@code secrets}.
     */
    private Map<String, Path> keys(List<Path> sealFiles) throws IOException {
        Path secrets = folder().resolve("secrets");
        Map<String, Path> keys = files(secrets);
        MADE_ANEW.forEach(keys::remove);
        named(sealFiles)
                .filter(file -> file.startsWith(folder()))
                .filter(file -> !file.startsWith(secrets))
                .forEach(file -> keys.put(secrets.relativize(file).toString(), file));
        keys.put(RestoreBackup.MASTER_KEY, Objects.requireNonNull(configuration.masterKeyFile()));
        if (SettingsFile.holdsSecrets(root)) {
            keys.put(RestoreBackup.SEALED_SETTINGS, root.resolve(SettingsFile.NAME));
        }
        return keys;
    }

    /** The master key is taken from wherever it lies, and the library of a token is a program. */
    private List<Path> outside(List<Path> sealFiles) {
        return named(sealFiles)
                .filter(file -> !file.startsWith(folder()))
                .filter(file -> !isAt(file, configuration.masterKeyFile()))
                .filter(file -> !isAt(file, configuration.seal().pkcs11().library()))
                .toList();
    }

    private Stream<Path> named(List<Path> sealFiles) {
        Stream<Path> seals = sealFiles.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .filter(Files::isRegularFile);
        return Stream.concat(NamedFiles.of(configuration).stream(), seals).distinct();
    }

    private static boolean isAt(Path file, @Nullable Path place) {
        return place != null && file.equals(place.toAbsolutePath().normalize());
    }

    private Path folder() {
        return root.toAbsolutePath().normalize();
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> found.put(folder.relativize(file).toString(), file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }
}
