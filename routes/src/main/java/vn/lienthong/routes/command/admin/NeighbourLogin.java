package vn.lienthong.routes.command.admin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Dialect;

/** With what this gateway logs in at a provincial platform. */
final class NeighbourLogin {

    @Option(
            names = "--username",
            paramLabel = "TÊN",
            description = "nền tảng tỉnh: tên đăng nhập bên đó cấp (mặc định: như --as)")
    private @Nullable String username;

    @Option(
            names = "--password-file",
            paramLabel = "TỆP",
            description = "nền tảng tỉnh: tệp một dòng chứa mật khẩu đăng nhập (mặc định: chính khóa bí mật)")
    private @Nullable Path passwordFile;

    @Option(
            names = "--application-code",
            paramLabel = "MÃ",
            description = "nền tảng tỉnh: applicationCode bên đó cấp (mặc định: để trống)")
    private @Nullable String applicationCode;

    /** The login of a neighbour that had none. */
    Dialect.Provincial first(String ownSystemId) {
        return new Dialect.Provincial(
                username == null ? ownSystemId : username, applicationCode == null ? "" : applicationCode);
    }

    /**
     * What is not given stays as it was.
     *
     * @throws CommandRefused where the dialect has no login
     */
    Dialect changed(Dialect before) {
        return switch (before) {
            case Dialect.Axis axis -> {
                refuseAny();
                yield axis;
            }
            case Dialect.Provincial had ->
                new Dialect.Provincial(
                        username == null ? had.username() : username,
                        applicationCode == null ? had.applicationCode() : applicationCode);
        };
    }

    /** @throws CommandRefused when anything is given */
    void refuseAny() {
        if (username != null || passwordFile != null || applicationCode != null) {
            throw new CommandRefused("--username, --password-file, --application-code: chỉ dùng cho nền tảng tỉnh"
                    + " (expected: --dialect provincial)");
        }
    }

    /**
     * In this dialect our id and secret travel in headers, which have no place for other characters.
     *
     * @throws CommandRefused where one of them cannot
     */
    static void requireSendable(Dialect dialect, String ownSystemId, byte[] ownSecret) {
        if (dialect instanceof Dialect.Provincial
                && !(isVisible(ownSystemId) && isVisible(new String(ownSecret, StandardCharsets.ISO_8859_1)))) {
            throw new CommandRefused("--as hoặc --secret-file: có ký tự không gửi được trong header của nền tảng tỉnh"
                    + " (expected: chữ không dấu, số và dấu câu)");
        }
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** @throws CommandRefused when there is no usable password in the file */
    Optional<byte[]> password() {
        return Optional.ofNullable(passwordFile).map(file -> OwnSecret.read("--password-file", file));
    }
}
