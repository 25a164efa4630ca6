package vn.lienthong.routes.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.CommandRun;

/** The two gateways of the demo, as somebody who types the command sees them. */
@Beside
@Tag("ci")
class NetworkDemoTest {

    @Test
    void everyStepHappens() throws Exception {
        CommandRun run = CommandRun.within(
                Duration.ofMinutes(8),
                "demo",
                "network",
                "--once",
                "--set",
                "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains(NetworkStory.scenes().stream()
                        .map(scene -> ". " + scene.text() + " (")
                        .toList())
                .doesNotContain("✘");
    }
}
