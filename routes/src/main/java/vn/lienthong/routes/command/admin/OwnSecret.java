package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The secret that a neighbour gave us, from a file: on a command line it would be seen by everybody on the machine. */
final class OwnSecret {
    private static final long LONGEST_BYTES = 4096;

    @Option(
            names = "--secret-file",
            paramLabel = "TỆP",
            required = true,
            description = "tệp một dòng chứa khóa bí mật mà bên kia cấp cho cổng này")
    private Path file = Path.of("");

    /** @throws CommandRefused when there is no usable secret in the file */
    byte[] read() {
        return read("--secret-file", file);
    }

    /**
     * The one line of a file.
     *
     * @throws CommandRefused naming the option when it is not there, or is not one line
     */
    static byte[] read(String option, Path file) {
        try {
            if (Files.size(file) > LONGEST_BYTES) {
                throw new CommandRefused(option + ": " + file + " dài quá (expected: một dòng chứa khóa)");
            }
            String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty() || secret.contains("\n")) {
                throw new CommandRefused(option + ": " + file + " (expected: đúng một dòng chứa khóa)");
            }
            return secret.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandRefused(option + ": không đọc được " + file + " (expected: tệp đọc được)", e);
        }
    }
}
