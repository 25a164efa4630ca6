package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the embedded server that another process runs on a data folder. */
final class RunningDatabase {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    private RunningDatabase() {}

    /**
     * Where it listens and who the gateway is there; empty while it does not answer yet, or no longer.
     *
     * @param root of the data folder
     * @throws IOException when the folder's files cannot be read, for want of rights as a rule
     */
    static Optional<DatabaseAddress> of(Path root) throws IOException {
        Path mark = root.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        Path password = root.resolve("secrets").resolve("postgres");
        List<String> lines;
        String secret;
        try {
            lines = Files.readAllLines(mark, StandardCharsets.UTF_8);
            secret = Files.readString(password, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
        if (lines.size() <= STATE_LINE || !lines.get(STATE_LINE).strip().equals("ready")) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseAddress(
                EmbeddedDatabase.LOOPBACK + lines.get(PORT_LINE).strip() + "/" + GatewayDatabase.NAME,
                GatewayDatabase.NAME,
                secret));
    }
}
