package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A password that somebody has, asked for or read from a file; never an argument, which others on the machine see. */
final class KnownPassword {
    @Option(
            names = "--password-file",
            paramLabel = "TỆP",
            description = "đọc mật khẩu từ dòng đầu của tệp, thay vì hỏi trên màn hình")
    private @Nullable Path file;

    /** @throws CommandRefused where there is nobody to ask */
    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    String get() {
        if (file != null) {
            return read(file);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", "mật khẩu: ");
        if (typed == null) {
            throw new CommandRefused("không có màn hình để hỏi mật khẩu (dùng --password-file TỆP)");
        }
        return new String(typed);
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new CommandRefused("không đọc được tệp mật khẩu " + file + " (expected: tệp văn bản UTF-8)", e);
        }
    }
}
