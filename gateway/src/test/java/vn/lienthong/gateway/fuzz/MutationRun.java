package vn.lienthong.gateway.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PIT in a process of its own: it changes classes one instruction at a time and runs the tests that reach it.
 *
 * @param generated changes made
 * @param killed those that a test noticed
 * @param unreached those that no test of the given ones runs
 */
record MutationRun(int generated, int killed, int unreached, String output) {
    private static final Pattern TOTAL = Pattern.compile("Generated (\\d+) mutations Killed (\\d+)");
    private static final Pattern UNREACHED = Pattern.compile("Mutations with no coverage (\\d+)");

    /** The report lies in the folder; class names with {@code *}, separated by commas. */
    static MutationRun of(String classes, String tests, Path folder, Duration limit)
            throws IOException, InterruptedException {
        String path = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        Path log = Files.createDirectories(folder).resolve("log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        path,
                        "org.pitest.mutationtest.commandline.MutationCoverageReport",
                        "--reportDir",
                        folder.toString(),
                        "--sourceDirs",
                        "src/main/java",
                        "--targetClasses",
                        classes,
                        "--targetTests",
                        tests,
                        "--excludedGroups",
                        "ci,deep",
                        "--excludedTestClasses",
                        "vn.lienthong.gateway.fuzz.*",
                        "--threads",
                        "2",
                        "--timestampedReports=false",
                        "--outputFormats",
                        "XML,HTML",
                        "--jvmArgs",
                        "-Xmx512m"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("mutation testing: still runs after " + limit + "; see " + log);
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        Matcher unreached = UNREACHED.matcher(said);
        if (process.exitValue() != 0 || !total.find() || !unreached.find()) {
            throw new AssertionError("mutation testing: ended with " + process.exitValue() + "\n" + said);
        }
        return new MutationRun(
                Integer.parseInt(total.group(1)),
                Integer.parseInt(total.group(2)),
                Integer.parseInt(unreached.group(1)),
                said);
    }

    /** In a hundred. */
    int score() {
        return 100 * killed / Math.max(1, generated);
    }
}
