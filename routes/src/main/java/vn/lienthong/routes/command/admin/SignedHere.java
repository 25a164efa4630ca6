package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.routes.platform.Administration;

/** A file that was signed here, as a command names it. */
final class SignedHere {

    private SignedHere() {}

    /**
     * Finds it.
     *
     * @param which its SHA-256 at whatever step, or the file itself
     * @throws CommandRefused where it was not signed here
     */
    static LastingFile find(Administration record, String which) {
        return digest(which)
                .flatMap(record.lastingFiles()::find)
                .orElseThrow(() -> new CommandRefused(which
                        + ": không có (expected: SHA-256 trong admin signature list, hoặc một tệp đã ký ở cổng này)"));
    }

    private static Optional<Sha256> digest(String which) {
        if (which.matches("[0-9a-fA-F]{64}")) {
            return Optional.of(new Sha256(which.toLowerCase(Locale.ROOT)));
        }
        try (InputStream in = Files.newInputStream(Path.of(which))) {
            return Optional.of(Sha256.of(in.readAllBytes()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
