package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.seal.KeyPlace;

/** Where the key of a seal lies, and what opens it: a file that is read each time, or what is typed now and kept encrypted. */
final class SealPlace {

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--secret-file",
            paramLabel = "TỆP",
            description =
                    "tệp một dòng chứa mật khẩu hoặc mã PIN, cổng đọc mỗi lần mở khóa; không có thì được hỏi trên màn"
                            + " hình và cất, mã hóa bằng khóa chủ")
    private @Nullable Path secretFile;

    @Option(
            names = "--keep",
            description = "với --secret-file: cất nội dung tệp, mã hóa bằng khóa chủ, rồi không cần tệp nữa")
    private boolean keep;

    /** A file or a token. */
    static final class Where {
        @Option(
                names = "--p12",
                paramLabel = "TỆP",
                description = "tệp PKCS#12 (.p12, .pfx) chứa khóa",
                required = true)
        private @Nullable Path p12;

        @ArgGroup(exclusive = false)
        private @Nullable Token token;
    }

    /** A token. */
    static final class Token {
        @Option(
                names = "--pkcs11",
                paramLabel = "THƯ_VIỆN",
                description = "thư viện PKCS#11 của thiết bị (USB token, HSM)",
                required = true)
        private Path library = Path.of("");

        @Option(names = "--slot", paramLabel = "SỐ", description = "số của khe cắm")
        private @Nullable Long slot;

        @Option(
                names = "--slot-index",
                paramLabel = "SỐ",
                description = "thứ tự khe cắm có thiết bị, từ 0; thay cho --slot")
        private @Nullable Integer slotIndex;

        @Option(names = "--label", paramLabel = "TÊN", description = "tên khóa; bỏ được nếu thiết bị chỉ có một khóa")
        private @Nullable String label;
    }

    /** @throws CommandRefused where it cannot be told */
    KeyPlace place() {
        Token token = where.token;
        if (token == null) {
            return new KeyPlace.File(absolute(where.p12));
        }
        String library = absolute(token.library);
        if (library.contains("\"")) {
            throw new CommandRefused("--pkcs11: " + library + " (expected: đường dẫn không có dấu nháy)");
        }
        try {
            return new KeyPlace.Token(
                    library,
                    Optional.ofNullable(token.slot),
                    Optional.ofNullable(token.slotIndex),
                    Optional.ofNullable(token.label));
        } catch (IllegalArgumentException both) {
            throw new CommandRefused(
                    "--slot-index: " + token.slotIndex + " (expected: để trống, vì đã có --slot)", both);
        }
    }

    /** The file that is read from now on. */
    Optional<String> secretFile() {
        return keep ? Optional.empty() : Optional.ofNullable(secretFile).map(SealPlace::absolute);
    }

    /** @throws CommandRefused where it cannot be read, or there is nobody to ask */
    byte[] secret() {
        return secretFile == null ? asked() : OwnSecret.read("--secret-file", secretFile);
    }

    private static String absolute(@Nullable Path path) {
        return (path == null ? Path.of("") : path).toAbsolutePath().normalize().toString();
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    private static byte[] asked() {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", "mật khẩu hoặc mã PIN của khóa: ");
        if (typed == null || typed.length == 0) {
            throw new CommandRefused("không có màn hình để hỏi mã PIN (dùng --secret-file TỆP)");
        }
        return new String(typed).getBytes(StandardCharsets.UTF_8);
    }
}
