package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A certificate in a file, as an administrator hands it over. */
final class CertificateFile {

    private CertificateFile() {}

    static X509Certificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new CommandRefused("không đọc được chứng thư " + file + " (expected: X.509, PEM hoặc DER)", e);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            throw new IllegalStateException("certificate: " + e.getMessage() + " (expected: DER)", e);
        }
    }

    /**
     * Writes what the command was asked for. Never over a file that is there.
     *
     * @throws CommandRefused when it cannot be written
     */
    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new CommandRefused(file + " đã có: chọn tên khác", e);
        } catch (IOException e) {
            throw new CommandRefused("không ghi được " + file + ": " + e.getMessage(), e);
        }
    }
}
