package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchLineTest {
    @ParameterizedTest
    @CsvSource({
        "TIMES_FASTER, 10, 1000, 100, true",
        "TIMES_FASTER, 10, 999, 100, false",
        "TIMES_THE_COST, 15, 10, 1.5, true",
        "TIMES_THE_COST, 15.1, 10, 1.5, false",
        "BYTES_AT_MOST, 8, 0, 8, true",
        "BYTES_AT_MOST, 9, 0, 8, false",
        "NAMED, 9, 0, 0, true",
    })
    void aGoalIsMetUpToItsLimit(BenchLine.Goal goal, double measured, double against, double limit, boolean met) {
        BenchLine line = new BenchLine("a", measured, "b", against, goal, limit);

        assertThat(line.met()).isEqualTo(met);
        assertThat(line.text().contains("CHƯA ĐẠT")).isEqualTo(!met);
        assertThat(line.text().contains("ĐẠT")).isEqualTo(goal != BenchLine.Goal.NAMED);
    }

    @Test
    void theEndTellsWhatWasMissed() {
        StringWriter out = new StringWriter();
        BenchLines lines = new BenchLines(new PrintWriter(out));
        lines.accept(new BenchLine("nhanh", 1, "DSS", 200, BenchLine.Goal.TIMES_FASTER, 100));
        lines.accept(new BenchLine("chậm", 1, "DSS", 20, BenchLine.Goal.TIMES_FASTER, 100));
        lines.accept(BenchLine.named("  trần", 1));
        lines.end();

        assertThat(out.toString()).contains("Mục tiêu đạt: 1/2").contains("  CHƯA ĐẠT: chậm");
        assertThat(lines.json(Instant.EPOCH, 1, 1))
                .contains("\"goals\" : 2", "\"goalsMet\" : 1", "\"verdict\" : \"MISSED\"", "\"verdict\" : \"OK\"");
    }
}
