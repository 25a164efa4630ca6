package vn.lienthong.routes.command.admin;

import java.io.Console;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.routes.command.TokenOptions;

/** Where the key of a seal, or of an officer, lies, and what opens it: a file that is read each time, or what is typed now and kept encrypted. */
final class SealPlace {

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--secret-file",
            paramLabel = "TỆP",
            description =
                    "tệp một dòng chứa mật khẩu hoặc mã PIN (dịch vụ ký: khóa bí mật của cổng, rồi một dấu cách và mã"
                            + " PIN nếu có), cổng đọc mỗi lần mở khóa; không có thì được hỏi trên màn hình và cất, mã hóa"
                            + " bằng khóa chủ")
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
        private @Nullable TokenOptions token;

        @ArgGroup(exclusive = false)
        private @Nullable Service service;

        @ArgGroup(exclusive = false)
        private @Nullable Desk desk;
    }

    /** A token at somebody's desk. */
    static final class Desk {
        @Option(
                names = "--desk",
                description =
                        "khóa nằm ở token tại bàn của người ký: cổng không mở, người đó ký trên trang bằng chương trình ký số"
                                + " của máy mình",
                required = true)
        private boolean desk;

        @Option(
                names = "--certificate",
                paramLabel = "TỆP",
                description = "chứng thư của token, PEM hoặc DER",
                required = true)
        private Path certificate = Path.of("");
    }

    /** A signing service. */
    static final class Service {
        @Option(
                names = "--csc",
                paramLabel = "ĐỊA_CHỈ",
                description = "dịch vụ ký từ xa theo CSC API v2, ví dụ https://ky.example.vn/csc/v2",
                required = true)
        private URI address = URI.create("");

        @Option(
                names = "--credential",
                paramLabel = "TÊN",
                description = "tên khóa ở dịch vụ (credentialID)",
                required = true)
        private String credential = "";

        @Option(
                names = "--client",
                paramLabel = "TÊN",
                description = "tên đăng nhập của cổng ở dịch vụ (client_id)",
                required = true)
        private String client = "";
    }

    /** @throws CommandRefused where it cannot be told */
    KeyPlace place() {
        if (where.desk != null && where.desk.desk) {
            if (secretFile != null || keep) {
                throw new CommandRefused(
                        "--secret-file: không dùng với --desk (expected: không có; cổng không mở token)");
            }
            return new KeyPlace.Desk();
        }
        TokenOptions token = where.token;
        Service service = where.service;
        if (service != null) {
            if (service.address.getHost() == null) {
                throw new CommandRefused(
                        "--csc: " + service.address + " (expected: https://TÊN_MÁY/đường/dẫn, không có dấu ?)");
            }
            return new KeyPlace.Remote(service.address.toString(), service.credential, service.client);
        }
        if (token == null) {
            return new KeyPlace.File(absolute(where.p12));
        }
        try {
            return token.place();
        } catch (IllegalArgumentException apart) {
            throw new CommandRefused(String.valueOf(apart.getMessage()), apart);
        }
    }

    /** The certificate of a token at a desk; empty for other places. */
    Optional<Path> certificate() {
        return Optional.ofNullable(where.desk).map(desk -> desk.certificate);
    }

    /** The file that is read from now on. */
    Optional<String> secretFile() {
        return keep ? Optional.empty() : Optional.ofNullable(secretFile).map(SealPlace::absolute);
    }

    /** @throws CommandRefused where it cannot be read, or there is nobody to ask */
    byte[] secret() {
        if (where.desk != null && where.desk.desk) {
            return new byte[0];
        }
        return secretFile == null ? asked() : OwnSecret.read("--secret-file", secretFile);
    }

    private static String absolute(@Nullable Path path) {
        return (path == null ? Path.of("") : path).toAbsolutePath().normalize().toString();
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    private static byte[] asked() {
        Console console = System.console();
        char[] typed = console == null
                ? null
                : console.readPassword(
                        "%s", "mật khẩu hoặc mã PIN của khóa (dịch vụ ký: khóa bí mật, dấu cách, mã PIN): ");
        if (typed == null || typed.length == 0) {
            throw new CommandRefused("không có màn hình để hỏi mã PIN (dùng --secret-file TỆP)");
        }
        return new String(typed).getBytes(StandardCharsets.UTF_8);
    }
}
