package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.routes.platform.Administration;

/** What the command line says to whoever calls it. */
abstract class AdminWords extends AdminCase {
    AdminWords(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void whatIsCalledWronglyEndsWithTwo() {
        assertThat(run("system", "add", "x").exit()).isEqualTo(2);
        assertThat(run("system").exit()).isEqualTo(2);
        assertThat(run("system").err()).contains("add, list, secret");
    }

    @Test
    void aWrongCallIsToldInTwoLines() {
        wrong(
                "thiếu QUYỀN: send, collect, status, transit, hoặc seal (để hệ thống nhờ đóng dấu cơ quan)",
                "mandate",
                "grant",
                "a",
                "H01");
        wrong("thiếu giá trị của --name: ", "system", "add", "x", "--agency", "H01", "--name");
        wrong("thừa: --bogus", "system", "list", "--bogus");
        wrong("không có lệnh này: fly (expected: add, ", "system", "fly");
        wrong("--at: 01/05/2024 (expected: ", "agencies", "lookup", "H39", "--at", "01/05/2024");
        wrong("--set: ", "system", "list", "--set", "axis.port");
    }

    @Test
    void helpIsVietnamese() {
        Outcome help = run("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("Cách gọi: ", "Các lệnh:", "hiện trang này")
                .doesNotContain("Usage", "Show this");
        assertThat(run("trust", "add", "--help").out()).contains("Cách gọi: ").doesNotContain("Usage", "Show this");
    }

    void wrong(String first, String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
        List<String> lines = outcome.err().strip().lines().toList();
        assertThat(lines.getFirst()).startsWith(first).doesNotContain("${");
        assertThat(lines).hasSize(2).last().asString().contains("xem: lienthong admin ", " --help");
    }

    @Test
    void anUnknownSettingIsOneLine() {
        refused(run("system", "list", "--set", "axis.prot=1"), "lienthong.axis.prot");
    }
}
