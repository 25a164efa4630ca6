package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** A folder from its adding to its removal, as an administrator does it. */
@Tag("ci")
class FolderCommandTest {
    private static final String BINARIES =
            Path.of("target", "postgres").toAbsolutePath().toString();

    @TempDir
    static Path folder;

    private static Administration running;

    private record Run(int exitCode, String said) {}

    @BeforeAll
    static void start() {
        running = Administration.open(
                folder.resolve("data"), Map.of("database.embedded-binaries", BINARIES), Progress.silent());
        admin("system", "add", "cu", "--name", "Hệ thống cũ", "--agency", "G22");
        admin("system", "add", "khac", "--name", "Hệ thống khác", "--agency", "H53");
        admin("system", "add", "day", "--name", "Đẩy", "--agency", "H41", "--push", "https://day.example/in");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Run admin(String... words) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        all.addAll(List.of("--set", "database.embedded-binaries=" + BINARIES));
        StringWriter said = new StringWriter();
        CommandLine command = RootCommand.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(said, true));
        return new Run(command.execute(all.toArray(String[]::new)), said.toString());
    }

    private static void refused(Run run, String why) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.toString()).contains(why);
    }

    @Test
    void aFolderIsMadeListedMovedAndForgotten() throws Exception {
        assertThat(admin("folder", "list").toString()).contains("chưa có thư mục trao đổi nào");
        Path first = folder.resolve("trao-doi").resolve("cu");
        Run added = admin("folder", "add", "cu", first.toString());
        assertThat(added.exitCode()).as(added.toString()).isZero();
        for (String part : List.of("out", "sent", "failed", "in", "status/out", "status/in", ".lien-thong")) {
            assertThat(first.resolve(part)).exists();
        }
        ExchangeFolder known = running.exchangeFolders().find("cu").orElseThrow();
        assertThat(known.path()).isEqualTo(first.toRealPath().toString());
        assertThat(first.resolve(".lien-thong")).hasContent(known.mark());
        assertThat(admin("folder", "list").toString()).contains("cu | " + known.path(), "chưa lần nào");

        refused(admin("folder", "add", "nobody", first.toString()), "hệ thống nobody: không có");
        refused(admin("folder", "add", "khac", first.toString()), "trùng hoặc lồng với thư mục của cu");
        refused(admin("folder", "add", "khac", first.resolve("in").toString()), "trùng hoặc lồng với thư mục của cu");
        refused(admin("folder", "add", "khac", first.getParent().toString()), "trùng hoặc lồng với thư mục của cu");
        refused(admin("folder", "add", "khac", folder.resolve("data/x").toString()), "thư mục dữ liệu của cổng");
        refused(admin("folder", "add", "day", folder.resolve("y").toString()), "được đẩy văn bản tới");
        Path file = Files.writeString(folder.resolve("tep"), "x");
        refused(admin("folder", "add", "khac", file.toString()), "không có và không tạo được");

        Path second = folder.resolve("moi");
        assertThat(admin("folder", "add", "cu", second.toString()).exitCode()).isZero();
        assertThat(running.exchangeFolders().all()).hasSize(1);
        assertThat(admin("folder", "remove", "cu").exitCode()).isZero();
        assertThat(running.exchangeFolders().all()).isEmpty();
        assertThat(second.resolve("in")).as("nothing in it is touched").exists();
        refused(admin("folder", "remove", "cu"), "không có thư mục trao đổi");
    }
}
