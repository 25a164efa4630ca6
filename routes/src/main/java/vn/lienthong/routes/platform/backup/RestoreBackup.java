package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DigestTree;
import vn.lienthong.routes.platform.ConfigurationReader;
import vn.lienthong.routes.platform.DataFolder;
import vn.lienthong.routes.platform.DatabaseAddress;
import vn.lienthong.routes.platform.EmbeddedDatabase;
import vn.lienthong.routes.platform.FolderTree;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/**
 * Makes a data folder of a backup. All is put together in {@code .restoring} inside the folder and moved to its place at the end: as
 * long as that is there, nothing starts on the folder.
 */
public final class RestoreBackup {
    static final String MASTER_KEY = "master.key";
    static final String SEALED_SETTINGS = "lienthong.yaml";

    private static final String SECRETS = "secrets";

    private final Path backup;
    private final Map<String, String> settings;
    private final Progress progress;

    /**
     * A restore to come.
     *
     * @param settings as after {@code --set}; those of the backup count from the first start on
     */
    public RestoreBackup(Path backup, Map<String, String> settings, Progress progress) {
        this.backup = backup;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Restores.
     *
     * @param passphrase of the keys in it; empty leaves them in it
     * @throws StartRefused when the backup is not whole, the target not empty, or the passphrase wrong; the target is empty
     *     again then
     */
    public CheckBackup.Sound into(Path data, Optional<String> passphrase) throws IOException, SQLException {
        CheckBackup.Sound sound = new CheckBackup(progress).check(backup);
        requireEmpty(data);
        try (DataFolder folder = DataFolder.open(data);
                ZipFile zip = CheckBackup.open(backup)) {
            Manifest manifest = CheckBackup.manifest(zip, backup);
            Map<String, byte[]> keys = passphrase.isPresent() && manifest.hasKeys()
                    ? SealedKeys.open(read(zip, Manifest.KEYS), passphrase.get())
                    : Map.of();
            Path work = folder.root().resolve(DataFolder.RESTORING);
            try {
                build(work, zip, manifest, keys);
            } catch (IOException | SQLException | RuntimeException e) {
                FolderTree.delete(work);
                throw e;
            }
            settle(work, folder.root());
        }
        return sound;
    }

    private static void requireEmpty(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> inside = Files.list(data)) {
            List<Path> found =
                    inside.filter(path -> !path.endsWith("lock")).limit(1).toList();
            if (!found.isEmpty()) {
                throw new StartRefused("thư mục dữ liệu " + data + " không rỗng: có "
                        + found.getFirst().getFileName()
                        + " (expected: thư mục rỗng hoặc chưa có; khôi phục không ghi đè gì)");
            }
        }
    }

    private void build(Path work, ZipFile zip, Manifest manifest, Map<String, byte[]> keys)
            throws IOException, SQLException {
        try (DataFolder folder = DataFolder.open(work)) {
            unpack(zip, folder.root());
            unseal(folder.root(), keys);
            // Last, so that an external database is not left filled when a file cannot be written.
            loadInto(folder, zip, manifest);
        }
        Files.delete(work.resolve("lock"));
    }

    private static void unseal(Path root, Map<String, byte[]> keys) throws IOException {
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            boolean isSettings = key.getKey().equals(SEALED_SETTINGS);
            write(within(root, isSettings ? key.getKey() : SECRETS + "/" + key.getKey()), key.getValue());
        }
    }

    /** Where the settings on a restored folder want the master key, when it is not where a restore puts it. */
    public static Optional<Path> masterKeyElsewhere(Path data) throws IOException {
        Path usual = data.resolve(SECRETS).resolve(MASTER_KEY).toAbsolutePath().normalize();
        return SettingsFile.masterKey(data)
                .filter(place -> !place.toAbsolutePath().normalize().equals(usual))
                .filter(Files::notExists);
    }

    private void loadInto(DataFolder folder, ZipFile zip, Manifest manifest) throws SQLException, IOException {
        GatewayConfiguration configuration =
                ConfigurationReader.read(folder.root().resolve("no-settings"), settings);
        DatabaseAddress external = configuration.database().external();
        if (manifest.vault().inDatabase() != (external != null)) {
            throw new StartRefused(
                    external == null
                            ? "bản sao lưu của một cổng dùng PostgreSQL ngoài: nêu một cơ sở dữ liệu rỗng bằng --set"
                                    + " database.url=… --set database.user=… --set database.password=…"
                            : "bản sao lưu của một cổng dùng PostgreSQL nhúng: bỏ lienthong.database.url khi khôi phục");
        }
        if (external != null) {
            new LoadTables(external, progress).load(zip, manifest);
            return;
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, configuration.database(), progress)) {
            new LoadTables(database.address(), progress).load(zip, manifest);
        }
    }

    private void unpack(ZipFile zip, Path root) throws IOException {
        DigestTree vault = new DigestTree(root.resolve("vault"));
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.startsWith(Manifest.VAULT)) {
                copy(zip, entry, vault.path(new Sha256(name.substring(Manifest.VAULT.length()))));
            } else if (name.startsWith(Manifest.TRUST) || name.equals(Manifest.SETTINGS)) {
                // Settings count from the first start on: what they name need not be on this machine yet.
                copy(zip, entry, within(root, name));
            }
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        sync(target);
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(
                target.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.deleteIfExists(target);
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(target, bytes);
        sync(target);
    }

    private static void sync(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Path within(Path root, String name) {
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) {
            throw new StartRefused(
                    "bản sao lưu: phần " + name + " nằm ngoài thư mục dữ liệu (expected: tệp do admin backup tạo)");
        }
        return target;
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void settle(Path work, Path root) throws IOException {
        try (Stream<Path> parts = Files.list(work)) {
            for (Path part : parts.toList()) {
                sync(part);
                Files.move(part, root.resolve(part.getFileName()));
            }
        }
        sync(root);
        Files.delete(work);
    }
}
