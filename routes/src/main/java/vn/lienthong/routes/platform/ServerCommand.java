package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end, its words kept in a file. */
final class ServerCommand {
    private final ServerAccount account;
    private final Path workFolder;

    ServerCommand(ServerAccount account, Path workFolder) {
        this.account = account;
        this.workFolder = workFolder;
    }

    /** @throws StartRefused with the program's last words, when it fails or does not end */
    void run(String what, Duration limit, List<String> command) throws IOException {
        // To a file, not a pipe: the server outlives the command that starts it and would hold a pipe open.
        Path words = workFolder.resolve("last-command.log");
        ProcessBuilder builder = new ProcessBuilder(account.wrap(command))
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        if (!ended(process, limit)) {
            process.destroyForcibly();
            throw new StartRefused(what + ": quá " + limit.toSeconds() + " giây chưa xong (xem " + words + ")");
        }
        if (process.exitValue() != 0) {
            throw new StartRefused(what + ": " + tail(words) + " (xem thêm " + workFolder + ")");
        }
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String tail(Path words) throws IOException {
        List<String> lines = Files.readAllLines(words, StandardCharsets.UTF_8);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
