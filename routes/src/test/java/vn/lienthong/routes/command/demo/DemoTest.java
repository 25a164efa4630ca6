package vn.lienthong.routes.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.CommandRun;

/** The whole demo in a process of its own: played, played again on what it left, and refused by {@code serve}. */
@Beside
@Tag("ci")
class DemoTest {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    void everyStepHappensAgainAndAgainAndServeKeepsAway(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");

        CommandRun first = run("demo", "--once", "--data", data.toString());
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains(steps()).contains("10/VPCP-TD").doesNotContain("✘");

        CommandRun second = run("demo", "--once", "--data", data.toString());
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output()).contains(steps()).contains("20/VPCP-TD").doesNotContain("10/VPCP-TD");

        CommandRun serve = run(
                "serve",
                "--data",
                data.toString(),
                "--set",
                "console.port=0",
                "--set",
                "axis.port=0",
                "--set",
                "services.port=0");
        assertThat(serve.exitCode()).as(serve.output()).isEqualTo(1);
        assertThat(serve.output())
                .contains("tài khoản trình diễn còn mở: demo")
                .contains("hệ thống trình diễn còn hoạt động: demo-")
                .contains("kho tin cậy có chứng thư chỉ dành cho phát triển");
    }

    /** The ministry's machine is busy at the first attempt, and there is no second: the ninth step cannot happen. */
    @Test
    void aStepThatDoesNotHappenIsSaidAndEndsWithOne(@TempDir Path folder) throws Exception {
        CommandRun outcome =
                run("demo", "--once", "--data", folder.resolve("data").toString(), "--set", "delivery.max-attempts=1");
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains("✔  8. ", "✘  9. ", "KHÔNG XẢY RA", "✔ 10. ");
    }

    private static List<String> steps() {
        return Story.scenes().stream()
                .map(Scene::text)
                .map(text -> ". " + text + " (")
                .toList();
    }

    private static CommandRun run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--set",
                "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath()));
        return CommandRun.within(LIMIT, all.toArray(String[]::new));
    }
}
