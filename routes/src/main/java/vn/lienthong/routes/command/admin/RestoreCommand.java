package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.command.DataOptions;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;
import vn.lienthong.routes.platform.backup.CheckBackup;
import vn.lienthong.routes.platform.backup.RestoreBackup;

/** {@code admin restore}: a data folder out of a backup, and what is left to do by hand. */
@Command(
        name = "restore",
        description = {
            "Dựng lại thư mục dữ liệu (--data, phải rỗng) từ một bản sao lưu; kiểm tra bản sao lưu trước.",
            "Khóa trong bản sao lưu được lấy ra khi có --with-keys."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--from", paramLabel = "TỆP", required = true, description = "bản sao lưu do admin backup tạo")
    private Path from = Path.of("");

    @Option(names = "--with-keys", description = "lấy cả khóa trong bản sao lưu; mật khẩu được hỏi")
    private boolean withKeys;

    @Mixin
    private KeysPassphrase passphrase = new KeysPassphrase();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        LoggingSystem.get(RestoreCommand.class.getClassLoader()).beforeInitialize();
        try {
            Optional<String> opened =
                    withKeys || passphrase.isGiven() ? Optional.of(passphrase.known()) : Optional.empty();
            CheckBackup.Sound restored = new RestoreBackup(
                            from, options.settings(), Progress.sinceProcessStart(System.err))
                    .into(options.data(), opened);
            tell(
                    restored,
                    opened.isPresent() && restored.keys(),
                    spec.commandLine().getOut());
            return ExitCode.OK;
        } catch (StartRefused | CommandRefused refused) {
            return refuse(String.valueOf(refused.getMessage()));
        } catch (IOException | SQLException | FlywayException e) {
            return refuse("không khôi phục được: " + e.getMessage() + " (thư mục dữ liệu vẫn rỗng)");
        }
    }

    private int refuse(String line) {
        spec.commandLine().getErr().println(line);
        return ExitCode.SOFTWARE;
    }

    private void tell(CheckBackup.Sound restored, boolean keys, PrintWriter out) throws IOException {
        out.println("đã khôi phục cổng " + restored.gateway() + " vào " + options.data() + ", về thời điểm "
                + restored.point());
        out.println("Việc còn lại:");
        new LeftToDo(keys, options.data(), RestoreBackup.masterKeyElsewhere(options.data()))
                .lines()
                .forEach(line -> out.println("  - " + line));
    }
}
