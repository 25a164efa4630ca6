package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/** Reads a backup to its end and holds every part against the manifest; needs no gateway. */
public final class CheckBackup {
    private static final long STRIDE_FILES = 20_000;
    private static final long LONGEST_MANIFEST_BYTES = 64L * 1024 * 1024;

    private final Progress progress;

    public CheckBackup(Progress progress) {
        this.progress = progress;
    }

    /**
     * What a whole backup holds.
     *
     * @param missing digests whose bytes were not there when it was made
     */
    public record Sound(
            String gateway,
            String program,
            String point,
            String schema,
            long rows,
            long documents,
            boolean keys,
            List<String> missing) {}

    /**
     * Reads all of it.
     *
     * @throws StartRefused naming the first part that is missing or not as it was written
     */
    public Sound check(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            Manifest manifest = manifest(zip, file);
            verify(zip, manifest);
            return new Sound(
                    manifest.gateway(),
                    manifest.program(),
                    manifest.point(),
                    manifest.schemaVersion(),
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                    manifest.vault().files(),
                    manifest.hasKeys(),
                    manifest.vault().missing());
        }
    }

    static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException cutShort) {
            throw new StartRefused(
                    "bản sao lưu " + file + ": không phải bản sao lưu, hoặc bị cắt cụt (" + cutShort.getMessage() + ")",
                    cutShort);
        } catch (java.nio.file.NoSuchFileException absent) {
            throw new StartRefused("không có tệp " + file + " (expected: tệp do admin backup tạo)", absent);
        }
    }

    static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST_BYTES) {
            throw new StartRefused("bản sao lưu " + file + ": không có mục lục (expected: tệp do admin backup tạo)");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Manifest.read(in.readAllBytes());
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartRefused("bản sao lưu " + file + ": dạng " + manifest.format() + " (expected: "
                        + Manifest.FORMAT + "; dùng chương trình đã tạo ra nó)");
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new StartRefused("bản sao lưu " + file + ": mục lục hỏng", unreadable);
        }
    }

    private void verify(ZipFile zip, Manifest manifest) throws IOException {
        List<Manifest.Part> parts = new ArrayList<>(manifest.parts());
        manifest.tables().forEach(table -> parts.add(table.part()));
        for (Manifest.Part part : parts) {
            require(part.name(), part.sha256(), digest(zip, part.name()));
        }
        Set<String> damagedBefore = new HashSet<>(manifest.vault().missing());
        long files = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().startsWith(Manifest.VAULT)) {
                String digest = entry.getName().substring(Manifest.VAULT.length());
                if (!damagedBefore.contains(digest)) {
                    require(entry.getName(), digest, digest(zip, entry.getName()));
                }
                if (++files % STRIDE_FILES == 0) {
                    progress.say("đã kiểm tra " + files + "/" + manifest.vault().files() + " tệp");
                }
            }
        }
        if (files != manifest.vault().files()) {
            throw new StartRefused("bản sao lưu hỏng: kho văn bản có " + files + " tệp (expected: "
                    + manifest.vault().files() + ")");
        }
    }

    private static Sha256 digest(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new StartRefused("bản sao lưu hỏng: thiếu phần " + name);
        }
        try (DigestingInputStream in = new DigestingInputStream(zip.getInputStream(entry))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.digest();
        } catch (ZipException | java.io.EOFException damaged) {
            throw new StartRefused("bản sao lưu hỏng: phần " + name + ": " + damaged.getMessage(), damaged);
        }
    }

    private static void require(String name, String expected, Sha256 found) {
        if (!found.hex().equals(expected)) {
            throw new StartRefused("bản sao lưu hỏng: phần " + name + ": SHA-256 " + found + " (expected: " + expected
                    + "; lấy một bản sao lưu khác)");
        }
    }
}
