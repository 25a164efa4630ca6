package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.CreateAccount;

/** A password that is asked for twice, or read from a file; never an argument, which other users of the machine see. */
final class NewPassword {
    @Option(
            names = "--password-file",
            paramLabel = "TỆP",
            description = "đọc mật khẩu từ dòng đầu của tệp, thay vì hỏi trên màn hình")
    private @Nullable Path file;

    /** @throws CommandRefused where there is nobody to ask, or the answers differ */
    String get() {
        return file == null ? asked() : KnownPassword.read(file);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    private static String asked() {
        Console console = System.console();
        if (console == null) {
            throw new CommandRefused("không có màn hình để hỏi mật khẩu (dùng --password-file TỆP)");
        }
        String first = ask(console, "mật khẩu (ít nhất " + CreateAccount.SHORTEST_PASSWORD + " ký tự): ");
        if (!first.equals(ask(console, "nhập lại: "))) {
            throw new CommandRefused("hai lần nhập mật khẩu khác nhau (chạy lại lệnh này)");
        }
        return first;
    }

    private static String ask(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw new CommandRefused("chưa nhập mật khẩu (chạy lại lệnh này)");
        }
        return new String(typed);
    }
}
