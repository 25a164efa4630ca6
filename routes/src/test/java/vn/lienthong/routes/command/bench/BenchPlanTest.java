package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line makes of its options, and how many documents a round gets. */
class BenchPlanTest {
    private static BenchPlan plan(String... arguments) {
        BenchCommand command = new BenchCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.plan();
    }

    @Test
    void measuresThreeSizesWithOneAndThreeSignaturesByDefault() {
        BenchPlan plan = plan();
        assertThat(plan.cases())
                .containsExactly(
                        new BenchCase(new ByteSize(10 << 10), 1),
                        new BenchCase(new ByteSize(10 << 10), 3),
                        new BenchCase(new ByteSize(1 << 20), 1),
                        new BenchCase(new ByteSize(1 << 20), 3),
                        new BenchCase(new ByteSize(10 << 20), 1),
                        new BenchCase(new ByteSize(10 << 20), 3));
        assertThat(plan.rounds()).isEqualTo(3);
    }

    @Test
    void takesWhatItIsTold() {
        BenchPlan plan = plan("--size", "20kb", "--signatures", "2", "--threads", "8", "--documents", "7");
        assertThat(plan.cases()).containsExactly(new BenchCase(new ByteSize(20 << 10), 2));
        assertThat(plan.threads()).isEqualTo(8);
        assertThat(plan.documentsAt(1000, 100)).isEqualTo(7);
    }

    @Test
    void boundsARoundByTimeAndDisk() {
        BenchPlan plan = plan("--seconds", "2");
        assertThat(plan.documentsAt(100, 10_000)).isEqualTo(200);
        assertThat(plan.documentsAt(0.1, 10_000)).isEqualTo(5);
        assertThat(plan.documentsAt(100, 32 << 20)).isEqualTo(10);
        assertThat(plan.documentsAt(100, 200 << 20)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "--threads,0",
        "--threads,65",
        "--rounds,0",
        "--seconds,61",
        "--size,0KB",
        "--size,1GB",
        "--signatures,4"
    })
    void refusesWhatIsOutOfRange(String option, String value) {
        CommandLine line = new CommandLine(new BenchCommand());
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(value.replaceAll("\\D", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KB", "-1", "1.5MB", "10 TB", "9999999999"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesSizesAsPeopleDo() {
        assertThat(List.of(ByteSize.text(500), ByteSize.text(10 << 10), ByteSize.text(27_443), ByteSize.text(10 << 20)))
                .containsExactly("500 B", "10 KB", "26.8 KB", "10 MB");
    }
}
