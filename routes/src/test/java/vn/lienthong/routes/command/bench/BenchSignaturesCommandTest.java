package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.command.RootCommand;

/** Every case once, on the smallest files; how fast it is, is not asked here. */
class BenchSignaturesCommandTest {
    @Test
    @Tag("ci")
    void measuresEachCaseAndSaysWhichGoalsAreMet(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("bench.json");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));

        int exit = line.execute(
                "bench",
                "signatures",
                "--size=20KB",
                "--rounds=1",
                "--files=1",
                "--warm-up=0",
                "--large=5MB",
                "--json=" + json);

        assertThat(exit).as(err.toString()).isZero();
        JsonNode said = JsonMapper.builder().build().readTree(Files.readString(json));
        List<String> verdicts = said.path("lines")
                .valueStream()
                .map(one -> one.path("verdict").asString())
                .toList();
        assertThat(verdicts).containsOnly("", "OK", "MISSED");
        assertThat(verdicts.stream().filter(one -> !one.isEmpty()).count())
                .isEqualTo(said.path("goals").asLong())
                .isEqualTo(15);
        assertThat(said.path("lines").valueStream())
                .allMatch(one -> one.path("measured").asDouble() > 0)
                .anyMatch(one -> one.path("goal").asString().equals("BYTES_AT_MOST")
                        && one.path("verdict").asString().equals("OK"));
        assertThat(out.toString())
                .contains(
                        "chạy nóng: [1, 1, 1, 1, 1] lần",
                        "1 dấu thời gian",
                        "kiểm XAdES nhỏ",
                        "hiện hình có ảnh, P-256",
                        "ký PDF 5 MB",
                        "kiểm PDF 1 MB từ đĩa",
                        "Mục tiêu đạt: ");
    }

    @Test
    void whatIsWrittenWrongIsSaidBeforeAnythingIsMeasured() {
        for (String wrong : List.of("--large=nhiều", "--size=20KB,x", "--batch=-1")) {
            StringWriter out = new StringWriter();
            CommandLine line = RootCommand.commandLine();
            line.setOut(new PrintWriter(out));
            line.setErr(new PrintWriter(new StringWriter()));
            assertThat(line.execute("bench", "signatures", "--warm-up=0", wrong))
                    .as(wrong)
                    .isNotZero();
            assertThat(out.toString()).as(wrong).isEmpty();
        }
    }
}
