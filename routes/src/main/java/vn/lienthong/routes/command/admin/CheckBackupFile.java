package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;
import vn.lienthong.routes.platform.backup.CheckBackup;

/** {@code admin backup check}: whether a backup is whole; needs neither gateway nor data folder. */
@Command(
        name = "check",
        description = "Đọc hết một bản sao lưu và so từng phần với mục lục; không cần cổng (mã kết thúc 1 nếu hỏng).",
        mixinStandardHelpOptions = true)
final class CheckBackupFile implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TỆP", description = "bản sao lưu")
    private Path file = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            CheckBackup.Sound sound = new CheckBackup(Progress.sinceProcessStart(System.err)).check(file);
            out.println("bản sao lưu nguyên vẹn: cổng " + sound.gateway() + ", về thời điểm " + sound.point()
                    + ", lược đồ V" + sound.schema() + ", " + sound.rows() + " dòng, " + sound.documents()
                    + " tệp của kho văn bản, " + (sound.keys() ? "có khóa (mã hóa)" : "không có khóa"));
            if (!sound.missing().isEmpty()) {
                out.println("lúc sao lưu đã thiếu hoặc hỏng " + sound.missing().size() + " tệp: "
                        + String.join(", ", sound.missing()));
            }
            return ExitCode.OK;
        } catch (StartRefused broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return ExitCode.SOFTWARE;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("không đọc được " + file + ": " + unreadable.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
