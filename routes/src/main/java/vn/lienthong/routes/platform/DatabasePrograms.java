package vn.lienthong.routes.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked from the archive for this system
 * that travels inside the jar. Unpacked once; the folder's name carries the version.
 */
record DatabasePrograms(Path home) {
    static final String VERSION = "17.6";
    private static final String FOLDER = "server-" + VERSION;

    /** @throws StartRefused on a system whose programs we do not carry */
    static DatabasePrograms unpack(Path parent, Progress progress) throws IOException {
        Path home = parent.resolve(FOLDER);
        if (!Files.isDirectory(home)) {
            progress.say("giải nén PostgreSQL " + VERSION + " (chỉ lần đầu)…");
            DataFolder.makePrivate(parent);
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            unpackInto(fresh);
            moveUnlessThere(fresh, home);
        }
        return new DatabasePrograms(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpackInto(Path target) throws IOException {
        String archive = "/postgres-" + system() + ".txz";
        try (InputStream packed = DatabasePrograms.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefused("chương trình không mang theo PostgreSQL cho hệ thống này (" + archive
                        + "): đặt lienthong.database.url tới một máy chủ PostgreSQL có sẵn");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isNeeded(entry.getName())) {
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    // Static libraries and headers are for building against, and twice as large as the server itself.
    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.startsWith("include/") && !name.contains("/pkgconfig/");
    }

    // Two gateways that share a folder of programs may unpack at once: the first one to finish wins, both are whole.
    private static void moveUnlessThere(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            FolderTree.delete(fresh);
        }
    }

    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return os + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64");
    }
}
