package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        if (!Files.isDirectory(folder)) {
            all.addAll(PortExamination.examine(configuration));
            return all;
        }
        try (DataFolder data = DataFolder.open(folder)) {
            all.addAll(PortExamination.examine(configuration));
            all.addAll(StoreExamination.examine(data, configuration));
        } catch (StartRefused inUse) {
            all.addAll(StoreExamination.besideAGateway(folder, configuration.database()));
            all.add(Diagnosis.doubtful(
                    "tiến trình", String.valueOf(inUse.getMessage()), "dừng cổng rồi chạy lại doctor để kiểm tra đủ"));
        }
        return all;
    }
}
