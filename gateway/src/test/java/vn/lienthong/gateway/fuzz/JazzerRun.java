package vn.lienthong.gateway.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jazzer in a process of its own: it alone watches which branches an input reaches. It needs no JUnit, so it does not matter which versions its
 * own extension for JUnit knows.
 *
 * @param exit 0 where nothing was found
 * @param runs how many inputs were fed
 * @param coverage counted branches that were reached
 */
record JazzerRun(int exit, long runs, long coverage, String output) {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Pattern LINE = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+)");

    private static final List<String> LIMITS = List.of(
            // An input that takes seconds, or memory that a gateway does not have, is a finding too.
            "-timeout=10", "-rss_limit_mb=2048", "-max_len=70000", "-print_final_stats=1");

    /** What lies in the folder before is fed first; what is interesting is added to it. */
    static JazzerRun of(String target, Path folder, Duration time) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + JazzerEntry.TARGET + "=" + target,
                "-D" + JazzerEntry.SEEDS + "=" + corpus.toAbsolutePath(),
                "-cp",
                Objects.requireNonNullElse(
                        System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--instrumentation_includes=vn.lienthong.**",
                "--custom_hook_includes=vn.lienthong.**",
                "--reproducer_path=" + folder.toAbsolutePath(),
                "-artifact_prefix=" + folder.toAbsolutePath() + "/",
                "-max_total_time=" + time.toSeconds()));
        command.addAll(LIMITS);
        command.add(corpus.toAbsolutePath().toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(time.plus(START).toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("fuzzing " + target + ": does not end; see " + log);
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        long runs = 0;
        long coverage = 0;
        for (Matcher line = LINE.matcher(said); line.find(); ) {
            runs = Long.parseLong(line.group(1));
            coverage = Long.parseLong(line.group(2));
        }
        return new JazzerRun(process.exitValue(), runs, coverage, said);
    }
}
