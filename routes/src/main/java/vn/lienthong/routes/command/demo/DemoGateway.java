package vn.lienthong.routes.command.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.lienthong.routes.LienThong;
import vn.lienthong.routes.platform.StartRefused;

/** A gateway in a child process, on a free port that stays the same when it is started again. */
final class DemoGateway implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final DemoFolder folder;
    private final Map<String, String> settings;
    private int port;
    private Process process;

    private DemoGateway(DemoFolder folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts it; its doors may not be open yet when this returns. */
    static DemoGateway launch(DemoFolder folder, Map<String, String> settings) throws IOException {
        return new DemoGateway(folder, settings);
    }

    /** The adapter's address. */
    URI axis() {
        return URI.create("http://127.0.0.1:" + port + "/XrdAdapter/adapter");
    }

    /** Returns when its doors are open. */
    void awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(DemoGatewayCommand.READY)) {
                port = Integer.parseInt(line.substring(DemoGatewayCommand.READY.length()));
                passOver(out);
                return;
            }
        }
        throw new StartRefused("cổng trong " + folder.data() + " không khởi động được: " + lastWords());
    }

    /** What it says later must not fill the pipe. */
    private static void passOver(BufferedReader out) {
        Thread.ofVirtual().start(() -> {
            try {
                out.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                // It was stopped in the middle of a word.
            }
        });
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() throws IOException {
        return Files.readAllLines(log().toPath(), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .reduce((earlier, later) -> later)
                .orElse("không rõ vì sao");
    }

    private File log() {
        return folder.own().resolve("gateway.log").toFile();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LienThong.class.getName(),
                "demo-gateway",
                "--data",
                folder.data().toString(),
                "--set",
                "console.port=0",
                "--set",
                "services.port=0",
                "--set",
                "axis.port=" + port));
        settings.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }
}
