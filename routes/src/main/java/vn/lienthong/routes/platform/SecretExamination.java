package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The files that must be there, be read by us, and by nobody else. */
final class SecretExamination {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SecretExamination() {}

    static List<Diagnosis> examine(Path root, GatewayConfiguration configuration) {
        Path key = Objects.requireNonNull(configuration.masterKeyFile());
        List<Diagnosis> all = new ArrayList<>();
        // Whether a key must be there already is known to an external database only: the record's examination says it.
        if (configuration.database().external() == null || Files.exists(key)) {
            all.add(masterKey(root, key));
        }
        Path settings = root.resolve(SettingsSources.FILE);
        if (Files.exists(settings)) {
            all.add(privacy("tệp thiết lập", settings));
        }
        return all;
    }

    private static Diagnosis masterKey(Path root, Path key) {
        String what = "khóa chủ";
        if (!Files.exists(key)) {
            boolean used = Files.exists(root.resolve("postgres").resolve("cluster"));
            return used
                    ? lost(key, "thư mục này đã có dữ liệu")
                    : Diagnosis.good(what, "chưa có; sẽ được tạo khi chạy lần đầu");
        }
        if (!Files.isReadable(key)) {
            return Diagnosis.wrong(
                    what, "không đọc được " + key, "chạy bằng đúng tài khoản của cổng: chown, chmod 600");
        }
        return privacy(what, key);
    }

    static Diagnosis lost(Path key, String used) {
        return Diagnosis.wrong(
                "khóa chủ",
                "không có " + key + ", mà " + used,
                "đặt lại tệp từ bản sao lưu TRƯỚC khi chạy; không có nó thì khóa của các hệ thống không mở được");
    }

    private static Diagnosis privacy(String what, Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean open = permissions.stream().anyMatch(OTHERS::contains);
            String found = file + " " + PosixFilePermissions.toString(permissions);
            return open
                    ? Diagnosis.doubtful(what, found + " (expected: rw-------)", "chmod 600 " + file)
                    : Diagnosis.good(what, found);
        } catch (IOException | UnsupportedOperationException e) {
            return Diagnosis.doubtful(what, file + ": " + e.getMessage(), "kiểm tra quyền của tệp");
        }
    }
}
