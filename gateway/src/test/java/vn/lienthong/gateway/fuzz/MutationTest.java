package vn.lienthong.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the tests of screens and checks notice when these are changed. The score stands in the build's output, the changes that nobody
 * noticed in {@code target/mutants}. {@code -Dlienthong.mutated} and {@code -Dlienthong.mutated.tests} choose other classes in the deep run.
 */
class MutationTest {
    private static final String SIGNATURE = "vn.lienthong.gateway.signature.";

    /** What later revisions may change, and what screens an XML signature: a minute. */
    @Tag("ci")
    @Test
    void aFewScreens() throws Exception {
        MutationRun run = MutationRun.of(
                SIGNATURE + "pdf.JudgeChanges," + SIGNATURE + "pdf.Permissions," + SIGNATURE + "xml.ScreenSignature",
                SIGNATURE + "pdf.JudgeChangesTest," + SIGNATURE + "pdf.ScreenBeforeSigningTest," + SIGNATURE
                        + "xml.EnvelopeTest",
                Path.of("target", "mutants", "few"),
                Duration.ofMinutes(10));
        tell("a few screens", run);
        assertThat(run.score()).as(run.output()).isGreaterThanOrEqualTo(LEAST);
    }

    /** A score below it means that tests were lost. */
    private static final int LEAST = 60;

    @Tag("deep")
    @Test
    void everyScreenAndCheck() throws Exception {
        String classes = System.getProperty(
                "lienthong.mutated",
                SIGNATURE + "pdf.*," + SIGNATURE + "cms.*," + SIGNATURE + "path.*," + SIGNATURE + "xml.*");
        String tests = System.getProperty("lienthong.mutated.tests", SIGNATURE + "*");
        MutationRun run = MutationRun.of(classes, tests, Path.of("target", "mutants", "all"), Duration.ofHours(6));
        tell(classes, run);
        assertThat(run.killed()).as(run.output()).isPositive();
    }

    private static void tell(String what, MutationRun run) {
        System.out.println("mutants of " + what + ": " + run.killed() + " of " + run.generated() + " noticed ("
                + run.score() + " %), " + run.unreached() + " reached by no test");
    }
}
