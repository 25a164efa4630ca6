package vn.lienthong.routes.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.command.admin.AdminCommand;
import vn.lienthong.routes.command.bench.BenchCommand;
import vn.lienthong.routes.command.bench.BenchGatewayCommand;
import vn.lienthong.routes.command.conformance.ConformanceCommand;
import vn.lienthong.routes.command.demo.DemoGatewayCommand;
import vn.lienthong.routes.command.sign.SignCommand;
import vn.lienthong.routes.command.verify.VerifyCommand;
import vn.lienthong.routes.platform.StartRefused;

/** {@code lienthong.jar}: names the commands. A new command is a class of its own and one entry in this list. */
@Command(
        name = "lienthong",
        description = "Liên Thông: cổng văn bản điện tử (a gateway for official documents).",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "LỆNH",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AdminCommand.class,
            VerifyCommand.class,
            SignCommand.class,
            DoctorCommand.class,
            ConformanceCommand.class,
            BenchCommand.class,
            BenchGatewayCommand.class,
            DemoGatewayCommand.class
        })
public final class RootCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "thiếu lệnh (expected: " + CalledWrongly.subcommands(spec) + ")");
    }

    /** The command line, ready to execute: 0 when all went well, 1 when it did not, 2 when it was called wrongly. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new RootCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setResourceBundle(ResourceBundle.getBundle("command.help", Locale.ROOT));
        line.setParameterExceptionHandler(new CalledWrongly());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof StartRefused)) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
