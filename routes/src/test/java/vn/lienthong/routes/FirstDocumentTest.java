package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.routes.command.RootCommand;

/** What the README tells a newcomer works as it stands there. */
@Beside
class FirstDocumentTest {
    private static final Path SCRIPT = Path.of("..", "gateway", "docs", "first-document.sh");

    private static final String ERRORS = "errors.txt";

    @Test
    void theReadmeShowsTheCallThatTheScriptMakes() throws Exception {
        String script = Files.readString(SCRIPT);
        String call = script.substring(script.indexOf("call() {"), script.indexOf("\n}\n") + 2);
        assertThat(Files.readString(Path.of("..", "README.md"))).contains(call);
    }

    @Test
    @Tag("ci")
    void aDocumentIsHandedInAndCollectedWithBashCurlAndOpenssl(@TempDir Path folder) throws Exception {
        Path collected = Files.createDirectory(folder.resolve("collected"));
        try (GatewayProcess gateway = GatewayProcess.start(folder.resolve("data"), Map.of())) {
            gateway.awaitReady();
            String sender = secretOf(gateway, "he-thong-gui", "G22");
            String receiver = secretOf(gateway, "he-thong-nhan", "H01");

            assertThat(run(gateway, folder, "he-thong-gui", sender, "send", "G22"))
                    .as("called wrongly")
                    .matches(ended -> ended.exit() == 2 && ended.text().contains("send FROM TO SUBJECT"));
            assertThat(run(gateway, folder, "he-thong-nhan", "wrong", "collect"))
                    .as("a refusal is not an empty list")
                    .matches(ended -> ended.exit() == 1 && ended.text().contains("MAC_WRONG"));
            String sent = script(gateway, folder, "he-thong-gui", sender, "send", "G22", "H01", "Văn bản <đầu> & tiên");
            assertThat(sent).contains("\"status\":\"OK\"", "\"DocId\":\"");
            assertThat(script(gateway, folder, "he-thong-gui", "wrong", "sent")).contains("MAC_WRONG");
            assertThat(script(gateway, collected, "he-thong-nhan", receiver, "collect"))
                    .contains("\"status\":\"OK\"");
            try (Stream<Path> files = Files.list(collected)) {
                assertThat(files.filter(file -> file.toString().endsWith(".edxml")))
                        .singleElement()
                        .satisfies(file -> assertThat(Files.readString(file))
                                .contains("<Subject>Văn bản &lt;đầu> &amp; tiên</Subject>"));
            }
            assertThat(script(gateway, folder, "he-thong-gui", sender, "sent")).contains("\"receiveStatus\":\"done\"");
            assertThat(script(gateway, collected, "he-thong-nhan", receiver, "collect"))
                    .as("what is done is not listed again")
                    .isEmpty();
        }
    }

    private static String secretOf(GatewayProcess gateway, String id, String agency) {
        StringWriter out = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        int exit = line.execute(
                "admin",
                "system",
                "add",
                id,
                "--name",
                id,
                "--agency",
                agency,
                "--data",
                gateway.data().toString());
        assertThat(exit).isZero();
        return out.toString().strip().lines().reduce((earlier, later) -> later).orElseThrow();
    }

    private record Ended(int exit, String text) {}

    private static String script(GatewayProcess gateway, Path folder, String system, String secret, String... arguments)
            throws Exception {
        Ended ended = run(gateway, folder, system, secret, arguments);
        assertThat(ended.exit())
                .as(ended.text() + Files.readString(folder.resolve(ERRORS)))
                .isZero();
        return ended.text();
    }

    private static Ended run(GatewayProcess gateway, Path folder, String system, String secret, String... arguments)
            throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPT.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("AXIS", gateway.axis("").toString());
        builder.environment().put("SYSTEM", system);
        builder.environment().put("SECRET", secret);
        Process process = builder.redirectError(folder.resolve(ERRORS).toFile()).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
