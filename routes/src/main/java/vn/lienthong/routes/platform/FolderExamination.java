package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data folder and the disk under it. */
final class FolderExamination {
    private static final long LEAST_FREE_BYTES = 2L * 1024 * 1024 * 1024;
    private static final Set<String> GONE_AFTER_A_POWER_CUT = Set.of("tmpfs", "ramfs");
    private static final String WHAT = "thư mục dữ liệu";

    private FolderExamination() {}

    static List<Diagnosis> examine(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Path existing = nearestExisting(root);
        if (existing == null || !Files.isWritable(existing)) {
            return List.of(Diagnosis.wrong(
                    WHAT, root + " không ghi được", "cho tài khoản này quyền ghi, hoặc chọn thư mục khác bằng --data"));
        }
        if (!Files.isDirectory(existing)) {
            return List.of(Diagnosis.wrong(WHAT, existing + " không phải thư mục", "chọn thư mục khác bằng --data"));
        }
        String found = existing.equals(root) ? root.toString() : root + " (sẽ được tạo)";
        try {
            return List.of(Diagnosis.good(WHAT, found), disk(Files.getFileStore(existing)));
        } catch (IOException e) {
            return List.of(Diagnosis.wrong(WHAT, root + ": " + e.getMessage(), "kiểm tra ổ đĩa"));
        }
    }

    private static Diagnosis disk(FileStore store) throws IOException {
        long free = store.getUsableSpace();
        String found = store.type() + ", còn trống " + free / (1024 * 1024) + " MB";
        if (GONE_AFTER_A_POWER_CUT.contains(store.type())) {
            return Diagnosis.wrong("ổ đĩa", found, "đặt thư mục dữ liệu trên đĩa thật: nội dung này mất khi mất điện");
        }
        return free < LEAST_FREE_BYTES
                ? Diagnosis.doubtful("ổ đĩa", found + " (expected: từ 2 GB)", "giải phóng hoặc mở rộng ổ đĩa")
                : Diagnosis.good("ổ đĩa", found);
    }

    private static @Nullable Path nearestExisting(Path folder) {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
