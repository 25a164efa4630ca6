package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Examines an installation without changing it: no database or journal is made that was not there, and what is started for
 * the examination is stopped again. A gateway that runs is left alone; then only what can be seen from outside is looked at.
 */
public final class Doctor {
    private Doctor() {}

    /** All that was looked at, in order; nothing is thrown for what is wrong. */
    public static List<Diagnosis> examine(Path folder, Map<String, String> settings) {
        List<Diagnosis> all = new ArrayList<>(MachineExamination.examine());
        all.addAll(FolderExamination.examine(folder));
        GatewayConfiguration configuration;
        try {
            configuration = ConfigurationReader.read(folder, settings);
        } catch (StartRefused e) {
            all.add(Diagnosis.wrong("cấu hình", String.valueOf(e.getMessage()), "sửa thiết lập được nêu tên"));
            return all;
        }
        all.add(Diagnosis.good("cấu hình", "hợp lệ"));
        all.addAll(OpinionExamination.examine(configuration.verification(), Instant.now()));
        all.addAll(VerificationExamination.examine(configuration));
        boolean noFolder = all.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.WRONG);
        if (noFolder || !Files.isDirectory(folder)) {
            all.addAll(PortExamination.examine(configuration));
            return all;
        }
        all.addAll(SecretExamination.examine(folder, configuration));
        all.addAll(CertificateExamination.examine(folder, configuration, Instant.now()));
        try {
            all.addAll(alone(folder, configuration));
        } catch (StartRefused unusable) {
            all.add(Diagnosis.wrong("thư mục dữ liệu", String.valueOf(unusable.getMessage()), wayOut(folder)));
        }
        return all;
    }

    private static String wayOut(Path folder) {
        return Files.exists(folder.resolve(DataFolder.RESTORING))
                ? "xóa hết trong thư mục rồi chạy lại admin restore"
                : "kiểm tra quyền ghi";
    }

    private static List<Diagnosis> alone(Path folder, GatewayConfiguration configuration) {
        Optional<DataFolder> free = DataFolder.openIfFree(folder);
        if (free.isEmpty()) {
            List<Diagnosis> beside = new ArrayList<>(StoreExamination.besideAGateway(folder, configuration));
            beside.add(Diagnosis.doubtful(
                    "tiến trình",
                    "một cổng đang chạy trên thư mục này",
                    "nhật ký của hàng đợi và các cổng TCP chỉ xem được khi cổng dừng"));
            return beside;
        }
        try (DataFolder data = free.get()) {
            List<Diagnosis> all = new ArrayList<>(PortExamination.examine(configuration));
            all.addAll(StoreExamination.examine(data, configuration));
            return all;
        }
    }
}
