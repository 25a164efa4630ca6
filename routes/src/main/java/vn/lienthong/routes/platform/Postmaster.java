package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a cluster says about the server that holds it.
 *
 * @param process the server, if a process of that number lives and is PostgreSQL
 */
record Postmaster(Optional<ProcessHandle> process) {
    /** Empty when no server left its mark in the cluster. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path mark = cluster.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(mark, StandardCharsets.UTF_8);
        boolean ours = lines.size() > 1 && Path.of(lines.get(1).strip()).equals(cluster);
        return Optional.of(new Postmaster(
                ours
                        ? number(lines.getFirst()).flatMap(ProcessHandle::of).filter(Postmaster::isServer)
                        : Optional.empty()));
    }

    // The number may belong to a stranger by now: after a reboot, or a container started anew.
    private static boolean isServer(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> Path.of(command).endsWith("postgres"))
                        .orElse(false);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
