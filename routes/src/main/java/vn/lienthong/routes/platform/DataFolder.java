package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds all a gateway keeps, and the lock that gives it to one process. The lock is the system's: it
 * falls away with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
    /** Where a restore puts things together; as long as it is there, the folder is not whole. */
    public static final String RESTORING = ".restoring";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing, readable by its owner only, and takes it.
     *
     * @throws StartRefused when another process has it, or it cannot be written
     */
    public static DataFolder open(Path folder) {
        return openIfFree(folder)
                .orElseThrow(() -> new StartRefused("thư mục dữ liệu " + normal(folder)
                        + " đang được một tiến trình liên thông khác dùng: dừng tiến trình đó, hoặc chọn thư mục khác bằng"
                        + " --data"));
    }

    /**
     * As {@link #open}, but empty when another process has the folder.
     *
     * @throws StartRefused when it cannot be written
     */
    static Optional<DataFolder> openIfFree(Path folder) {
        Path root = normal(folder);
        try {
            makePrivate(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            if (Files.exists(root.resolve(RESTORING))) {
                channel.close();
                throw new StartRefused("thư mục dữ liệu " + root + ": một lần khôi phục bị cắt ngang (expected: xóa hết"
                        + " trong thư mục rồi chạy lại admin restore)");
            }
            return Optional.of(new DataFolder(root, channel));
        } catch (IOException e) {
            throw new StartRefused(
                    "không ghi được thư mục dữ liệu " + root
                            + " (expected: thư mục tài khoản này ghi được; hoặc chọn thư mục khác bằng --data)",
                    e);
        }
    }

    private static Path normal(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("lock of " + root, e);
        }
    }

    static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
