package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.routes.command.demo.BenchWorld;

/** A small batch, for whether it runs; how fast is no test's affair. */
@Tag("ci")
class BenchBatchTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBatchIsHeldAgainstItsKey() throws Exception {
        Clock clock = Clock.systemUTC();
        BatchOptions options = new BatchOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("batch", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs("--batch", "5");
        assertThat(options.count()).isEqualTo(5);
        List<BenchLine> lines = new ArrayList<>();
        new BenchBatch(BenchWorld.make(folder, clock), clock.instant()).run(options.key(clock), 5, lines::add);
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.goal()).as("a key in memory is no session").isEqualTo(BenchLine.Goal.NAMED);
            assertThat(line.measured()).isPositive();
            assertThat(line.unit()).isEqualTo("clockMicros");
        });
        assertThat(lines.getFirst().what()).contains("5 PDF", "RSA-3072 (PKCS#12)");

        lines.clear();
        BenchSigning.Named known = options.key(clock);
        new BenchBatch(BenchWorld.make(Files.createDirectory(folder.resolve("token")), clock), clock.instant())
                .run(new BenchSigning.Named("thiết bị, RSA-3072", known.key(), true), 2, lines::add);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.what()).contains("2 PDF", "thiết bị, RSA-3072");
            assertThat(line.ratio()).isPositive();
            assertThat(line.limit()).isEqualTo(1.25);
        });
    }

    @Test
    void nothingIsMeasuredUnlessAskedFor() {
        assertThat(new BatchOptions().count()).isZero();
    }
}
