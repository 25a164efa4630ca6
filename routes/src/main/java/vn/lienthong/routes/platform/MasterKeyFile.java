package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntSupplier;

/** Where the master key lies, and its neighbours while it is replaced. */
public final class MasterKeyFile {

    private static final int SHORTEST_KEY = 16;

    private MasterKeyFile() {}

    /** Written and safe on disk before any secret lies under it. */
    public static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** Kept, for backups of the database that were made under it. */
    public static Path previous(Path file) {
        return file.resolveSibling(file.getFileName() + ".previous");
    }

    /** The next key takes the present one's place, which becomes the previous one. */
    static void advance(Path file) {
        try {
            Files.copy(file, previous(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            SecretFile.force(previous(file));
            SecretFile.force(file.toAbsolutePath().getParent());
            Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            SecretFile.force(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("master key " + file, e);
        }
    }

    /**
     * The key in the file, which is made where nothing lies under one yet.
     *
     * @param sealed how many secrets lie under the key; asked where the file is missing
     * @throws StartRefused when there is no file and something lies under its key, or what the file holds is no key, such as
     *     what a full disk leaves
     */
    static String first(Path file, IntSupplier sealed) {
        if (!Files.exists(file)) {
            int count = sealed.getAsInt();
            if (count > 0) {
                throw new StartRefused("khóa chủ " + file + ": không có tệp, mà hồ sơ đã có " + count
                        + " khóa bí mật dưới nó (đặt lại tệp từ bản sao lưu rồi chạy lại; khóa mới không mở được gì."
                        + " Mất hẳn thì tự tạo tệp với ít nhất " + SHORTEST_KEY
                        + " ký tự ngẫu nhiên, rồi cấp lại từng khóa mà lần chạy kế tiếp nêu tên)");
            }
        }
        return readOrMake(file);
    }

    /**
     * The key in the file, which is made where it is missing.
     *
     * @throws StartRefused when what the file holds is no key
     */
    static String readOrMake(Path file) {
        String key = SecretFile.readOrMake(file);
        if (key.length() < SHORTEST_KEY) {
            throw new StartRefused("khóa chủ " + file + ": " + key.length() + " ký tự (expected: ít nhất "
                    + SHORTEST_KEY + "; đặt lại tệp từ bản sao lưu)");
        }
        return key;
    }
}
