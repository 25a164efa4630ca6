package vn.lienthong.routes.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.LienThong;

/** The whole demo in a process of its own: played, played again on what it left, and refused by {@code serve}. */
@Tag("ci")
class DemoTest {
    private record Outcome(int exit, String text) {}

    @Test
    void everyStepHappensAgainAndAgainAndServeKeepsAway(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");

        Outcome first = run(folder, "demo", "--once", "--data", data.toString());
        assertThat(first.exit()).as(first.text()).isZero();
        assertThat(first.text()).contains(steps()).contains("10/VPCP-TD").doesNotContain("✘");

        Outcome second = run(folder, "demo", "--once", "--data", data.toString());
        assertThat(second.exit()).as(second.text()).isZero();
        assertThat(second.text()).contains(steps()).contains("20/VPCP-TD").doesNotContain("10/VPCP-TD");

        Outcome serve = run(
                folder,
                "serve",
                "--data",
                data.toString(),
                "--set",
                "console.port=0",
                "--set",
                "axis.port=0",
                "--set",
                "services.port=0");
        assertThat(serve.exit()).as(serve.text()).isEqualTo(1);
        assertThat(serve.text())
                .contains("tài khoản trình diễn còn mở: demo")
                .contains("hệ thống trình diễn còn hoạt động: demo-")
                .contains("kho tin cậy có chứng thư chỉ dành cho phát triển");
    }

    /** The ministry's machine is busy at the first attempt, and there is no second: the ninth step cannot happen. */
    @Test
    void aStepThatDoesNotHappenIsSaidAndEndsWithOne(@TempDir Path folder) throws Exception {
        Outcome outcome = run(
                folder,
                "demo",
                "--once",
                "--data",
                folder.resolve("data").toString(),
                "--set",
                "delivery.max-attempts=1");
        assertThat(outcome.exit()).as(outcome.text()).isEqualTo(1);
        assertThat(outcome.text()).contains("✔  8. ", "✘  9. ", "KHÔNG XẢY RA", "✔ 10. ");
    }

    private static List<String> steps() {
        return Story.scenes().stream()
                .map(Scene::text)
                .map(text -> ". " + text + " (")
                .toList();
    }

    private static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Objects.requireNonNullElse(
                        System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path")),
                LienThong.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--set",
                "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        return new Outcome(exit, Files.readString(output, StandardCharsets.UTF_8));
    }
}
