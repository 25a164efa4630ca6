package vn.lienthong.routes.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what was wrong with a call, and in a second where to read how it is meant. */
final class CalledWrongly implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        PrintWriter screen = wrong.getCommandLine().getErr();
        screen.println(words(wrong, command, arguments));
        screen.println("  xem: " + command.qualifiedName() + " --help");
        return command.exitCodeOnInvalidInput();
    }

    private static String words(ParameterException wrong, CommandSpec command, String[] arguments) {
        if (wrong instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(argument -> missing(argument, arguments))
                    .collect(Collectors.joining("; "));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> given = unmatched.getUnmatched();
            // Behind an unknown command nothing is understood any more, rightly written or not.
            return command.subcommands().isEmpty()
                    ? "thừa: " + String.join(" ", given)
                    : "không có lệnh này: " + given.getFirst() + " (expected: " + subcommands(command) + ")";
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument == null ? String.valueOf(wrong.getMessage()) : refused(argument, wrong.getValue());
    }

    private static String missing(ArgSpec argument, String[] arguments) {
        boolean named = argument instanceof OptionSpec option
                && Arrays.stream(option.names()).anyMatch(Arrays.asList(arguments)::contains);
        return "thiếu " + (named ? "giá trị của " : "") + name(argument) + ": " + meaning(argument);
    }

    private static String refused(ArgSpec argument, @Nullable String value) {
        return name(argument) + (value == null ? "" : ": " + value) + " (expected: " + meaning(argument) + ")";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String meaning(ArgSpec argument) {
        return String.join(" ", argument.description()).replaceAll(" \\([^()]*\\$\\{[^()]*\\)", "");
    }

    static String subcommands(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(entry -> entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
