package vn.lienthong.routes.command.sign;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SecretFiles;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.routes.command.TokenOptions;

/** Where the key lies and what opens it: never an argument, which every user of the machine can see. */
final class KeyOptions {

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @ArgGroup
    private Secret secret = new Secret();

    /** A file or a token. */
    static final class Where {
        @Option(
                names = "--key",
                paramLabel = "TỆP",
                description = "tệp PKCS#12 (.p12, .pfx) chứa khóa",
                required = true)
        private @Nullable Path p12;

        @ArgGroup(exclusive = false)
        private @Nullable TokenOptions token;
    }

    /** One of two; else somebody is asked. */
    static final class Secret {
        @Option(names = "--secret-file", paramLabel = "TỆP", description = "tệp một dòng chứa mật khẩu hoặc mã PIN")
        private @Nullable Path file;

        @Option(
                names = "--secret-env",
                paramLabel = "TÊN",
                description = "tên biến môi trường chứa mật khẩu hoặc mã PIN")
        private @Nullable String variable;
    }

    /** @throws SignRefused where it is told wrongly, or there is nobody to ask */
    SigningKey open() throws SignRefused, SigningException {
        KeyPlace place = place();
        return OpenKeys.local().open(place, secret());
    }

    private KeyPlace place() throws SignRefused {
        TokenOptions token = where.token;
        if (token == null) {
            return new KeyPlace.File(absolute(where.p12));
        }
        try {
            return token.place();
        } catch (IllegalArgumentException apart) {
            throw new SignRefused(String.valueOf(apart.getMessage()));
        }
    }

    private byte[] secret() throws SignRefused, SigningException {
        if (secret.file != null) {
            return SecretFiles.read(secret.file);
        }
        if (secret.variable == null) {
            return asked();
        }
        String value = System.getenv(secret.variable);
        if (value == null || value.isEmpty()) {
            throw new SignRefused("--secret-env " + secret.variable + ": không có (cần: biến môi trường chứa mã PIN)");
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String absolute(@Nullable Path path) {
        return (path == null ? Path.of("") : path).toAbsolutePath().normalize().toString();
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal on 21; later ones give null for the password
    private static byte[] asked() throws SignRefused {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", "mật khẩu hoặc mã PIN của khóa: ");
        if (typed == null || typed.length == 0) {
            throw new SignRefused("không có màn hình để hỏi mã PIN (cần: --secret-file TỆP hoặc --secret-env TÊN)");
        }
        return new String(typed).getBytes(StandardCharsets.UTF_8);
    }
}
