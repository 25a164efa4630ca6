package vn.lienthong.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the program, run to its end in a process of its own.
 *
 * @param output what it printed, on both streams
 */
public record CommandRun(int exitCode, String output) {
    private static final long LIMIT_SECONDS = 180;

    /** Runs {@code lienthong.jar} with these arguments. */
    public static CommandRun of(String... arguments) throws IOException, InterruptedException {
        return within(Duration.ofSeconds(LIMIT_SECONDS), arguments);
    }

    /** The same, for a command that takes longer where the machine is busy. */
    public static CommandRun within(Duration limit, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lienthong-", ".out");
        try {
            Process process = new ProcessBuilder(java(List.of(arguments)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still runs after " + limit + ": " + read(output));
            }
            return new CommandRun(process.exitValue(), read(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A JVM that starts fast. */
    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED");

    /** The program's command line in such a JVM. */
    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(ArchivedClasses.onPath());
        command.add(
                arguments.getFirst().equals(GatewayProcess.DEVELOPMENT)
                        ? DevelopmentGateway.class.getName()
                        : LienThong.class.getName());
        command.addAll(arguments);
        return command;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
