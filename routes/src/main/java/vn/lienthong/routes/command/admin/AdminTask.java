package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.JdbiException;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.command.DataOptions;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/** One thing an administrator has done. It succeeds with 0, or prints one line that says why not and ends with 1. */
abstract class AdminTask implements Callable<Integer> {
    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * Does it.
     *
     * @throws CommandRefused with the line to print
     */
    abstract void run(Administration record, PrintWriter out);

    @Override
    public final Integer call() {
        // What the parts log is for a server's file; a command has its own words.
        LoggingSystem.get(AdminTask.class.getClassLoader()).beforeInitialize();
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = Progress.sinceProcessStart(System.err);
        try (Administration record = Administration.open(options.data(), options.settings(), progress)) {
            run(record, out);
            out.flush();
            return ExitCode.OK;
        } catch (CommandRefused | StartRefused refused) {
            return refuse(refused.getMessage());
        } catch (JdbiException lost) {
            return refuse("cơ sở dữ liệu không làm theo được: " + firstLine(lost)
                    + " (chạy lại; nếu vẫn vậy, xem postgres/log trong thư mục dữ liệu)");
        }
    }

    private int refuse(String line) {
        spec.commandLine().getErr().println(line);
        return ExitCode.SOFTWARE;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
