package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** The certificate of a token at a desk, as an administrator has it: PEM or DER. */
final class TokenCertificate {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private TokenCertificate() {}

    /** @throws CommandRefused where it cannot be read, or is none */
    static SealCertificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            String base64 = pem.find()
                    ? pem.group(1).replaceAll("\\s", "")
                    : Base64.getEncoder().encodeToString(bytes);
            return SealCertificate.read(base64)
                    .orElseThrow(() -> new CommandRefused(
                            "--certificate: " + file + " không phải chứng thư (expected: X.509, PEM hoặc DER)"));
        } catch (IOException e) {
            throw new CommandRefused("--certificate: không đọc được " + file + " (expected: tệp chứng thư)", e);
        }
    }
}
