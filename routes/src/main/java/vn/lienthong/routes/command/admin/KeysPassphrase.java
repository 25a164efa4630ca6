package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase that keys in a backup are sealed under: asked for, or read from a file; never an argument. */
final class KeysPassphrase {
    static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-file",
            paramLabel = "TỆP",
            description = "đọc mật khẩu của phần khóa từ dòng đầu của tệp, thay vì hỏi trên màn hình")
    private @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /** @throws CommandRefused where there is nobody to ask, the answers differ, or it is too short */
    String chosen() {
        String passphrase = file == null ? asked("mật khẩu cho phần khóa: ") : read(file);
        if (passphrase.length() < SHORTEST) {
            throw new CommandRefused(
                    "mật khẩu của phần khóa: " + passphrase.length() + " ký tự (expected: từ " + SHORTEST + ")");
        }
        if (file == null && !passphrase.equals(asked("nhập lại: "))) {
            throw new CommandRefused("hai lần nhập mật khẩu khác nhau (chạy lại lệnh này)");
        }
        return passphrase;
    }

    /** As it was chosen. */
    String known() {
        return file == null ? asked("mật khẩu của phần khóa: ") : read(file);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    private static String asked(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        if (typed == null) {
            throw new CommandRefused("không có màn hình để hỏi mật khẩu (dùng --passphrase-file TỆP)");
        }
        return new String(typed);
    }

    private static String read(Path file) {
        try (java.util.stream.Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new CommandRefused("không đọc được " + file + " (expected: tệp văn bản UTF-8)", e);
        }
    }
}
