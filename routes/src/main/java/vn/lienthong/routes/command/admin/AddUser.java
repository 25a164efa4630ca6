package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user add}: an account at the console. The password is asked for, or read from a file; never an argument. */
@Command(
        name = "add",
        description = "Tạo tài khoản đăng nhập trang quản trị; mật khẩu được hỏi trên màn hình.",
        mixinStandardHelpOptions = true)
final class AddUser extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "3 đến 64 ký tự a-z 0-9 . _ -")
    private String username = "";

    @Option(
            names = "--role",
            paramLabel = "VAI_TRÒ",
            required = true,
            description = "operator (vận hành), registrar (quản lý danh mục), auditor (chỉ xem), administrator")
    private String roleName = "";

    @Option(names = "--full-name", paramLabel = "HỌ_TÊN", description = "họ và tên (mặc định: tên đăng nhập)")
    private @Nullable String fullName;

    @Option(
            names = "--password-file",
            paramLabel = "TỆP",
            description = "đọc mật khẩu từ dòng đầu của tệp, thay vì hỏi trên màn hình")
    private @Nullable Path passwordFile;

    @Override
    void run(Administration record, PrintWriter out) {
        Role role = role();
        String password = passwordFile == null ? asked() : read(passwordFile);
        String name = fullName == null ? username : fullName;
        switch (record.createAccount().create(username, name, role, password)) {
            case CreateAccount.Outcome.Created created ->
                out.println("đã tạo tài khoản " + created.account().username() + ", vai trò "
                        + role.name().toLowerCase(Locale.ROOT));
            case CreateAccount.Outcome.Refused refused ->
                throw new CommandRefused(
                        refused.findings().stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }

    private Role role() {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(roleName.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("--role: " + roleName + " (expected: "
                        + Arrays.stream(Role.values())
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ")"));
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

    private static String read(Path file) {
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
