package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Opens the record of a data folder: alone, with its database started for it, or beside whoever runs on the folder. */
final class OpenRecord {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private OpenRecord() {}

    /** As {@link Administration#open}. */
    static Administration open(Path folder, Map<String, String> settings, Progress progress) {
        Path root = folder.toAbsolutePath().normalize();
        GatewayConfiguration configuration = ConfigurationReader.read(root, settings);
        DatabaseAddress external = configuration.database().external();
        if (external != null) {
            return ready(new Administration(root, external, configuration, null, null), external);
        }
        for (long waited = 0; waited < LONGEST_WAIT.toMillis(); waited += PAUSE.toMillis()) {
            Optional<Administration> opened =
                    alone(root, configuration, progress).or(() -> beside(root, configuration));
            if (opened.isPresent()) {
                return opened.get();
            }
            pause();
        }
        throw new StartRefused(
                "thư mục dữ liệu " + root + " đang được dùng nhưng cơ sở dữ liệu của nó chưa sẵn sàng cho"
                        + " lệnh này: chờ cổng khởi động xong rồi chạy lại, và dùng lệnh cùng phiên bản với cổng");
    }

    private static Optional<Administration> alone(Path root, GatewayConfiguration configuration, Progress progress) {
        return DataFolder.openIfFree(root).map(data -> {
            try {
                EmbeddedDatabase database = EmbeddedDatabase.start(data, configuration.database(), progress);
                return ready(opened(root, configuration, data, database), database.address());
            } catch (StartRefused e) {
                data.close();
                throw e;
            }
        });
    }

    private static Administration opened(
            Path root, GatewayConfiguration configuration, DataFolder data, EmbeddedDatabase database) {
        try {
            return new Administration(root, database.address(), configuration, data, database);
        } catch (StartRefused e) {
            database.close();
            throw e;
        }
    }

    // Only where the lock is taken: a server that a killed gateway left behind would answer too, but is about to be
    // stopped.
    private static Optional<Administration> beside(Path root, GatewayConfiguration configuration) {
        try {
            return RunningDatabase.of(root)
                    .filter(Migrations::areAllIn)
                    .map(address -> new Administration(root, address, configuration, null, null));
        } catch (IOException e) {
            throw new StartRefused(
                    "không đọc được " + e.getMessage() + ": chạy lệnh này bằng đúng tài khoản hệ thống đang chạy cổng",
                    e);
        }
    }

    private static Administration ready(Administration administration, DatabaseAddress address) {
        try {
            Migrations.bringUpToDate(address);
            return administration;
        } catch (RuntimeException e) {
            administration.close();
            throw new StartRefused("cơ sở dữ liệu " + address + ": " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("đã dừng theo yêu cầu", e);
        }
    }
}
