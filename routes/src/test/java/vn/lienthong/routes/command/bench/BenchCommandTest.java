package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.command.RootCommand;

/** A bench of a few documents, from start to removal of its folder. */
@Beside
class BenchCommandTest {
    @Test
    @Tag("ci")
    void measuresAFewDocuments(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("bench.json");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exit = line.execute(
                "bench",
                "--documents",
                "5",
                "--rounds",
                "1",
                "--size",
                "10KB,200KB",
                "--signatures",
                "3",
                "--data",
                folder.resolve("data").toString(),
                "--json",
                json.toString());
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).containsSubsequence("200 KB, 3 chữ ký: mức sàn", "lượt 1: ", "vb/giây");
        assertThat(out.toString()).contains("tỷ lệ", "kiểm giá trị chữ ký (RSA-2048)", "giao dịch PostgreSQL");
        JsonNode cases =
                JsonMapper.builder().build().readTree(Files.readString(json)).path("cases");
        assertThat(cases.size()).isEqualTo(2);
        for (JsonNode one : cases) {
            assertThat(one.path("documents").asInt()).isEqualTo(5);
            assertThat(one.path("floorCpuMicros").asDouble()).isPositive();
            assertThat(one.path("documentsPerSecond").asDouble()).isPositive();
        }
        assertThat(Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid")))
                .as("the database server has stopped")
                .isFalse();
    }

    @Test
    @Tag("ci")
    void endsWhenItsTimeIsOverWithWhatItHas(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("bench.json");
        StringWriter out = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        int exit = line.execute(
                "bench",
                "--limit",
                "1",
                "--warm-up",
                "1",
                "--seconds",
                "1",
                "--size",
                "10KB,1MB",
                "--signatures",
                "1",
                "--data",
                folder.resolve("data").toString(),
                "--json",
                json.toString());
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Không đo 1 cỡ cuối");
        JsonNode cases =
                JsonMapper.builder().build().readTree(Files.readString(json)).path("cases");
        assertThat(cases.size()).isEqualTo(1);
        assertThat(cases.path(0).path("rounds").size()).isEqualTo(1);
    }
}
