package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.platform.Administration;

/** {@code admin evidence certificate}: what whoever checks receipts has to be given, by a way that he trusts. */
@Command(
        name = "certificate",
        description = "Xuất chứng thư của con dấu niêm phong, để người khác kiểm tra biên nhận (verify --trust).",
        mixinStandardHelpOptions = true)
final class SealCertificate extends AdminTask {
    @Option(names = "--out", paramLabel = "TỆP", required = true, description = "ghi vào tệp này, PEM")
    private Path file = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        X509Certificate certificate = record.proofs().seal().certificate();
        CertificateFile.write(file, CertificateFile.pem(certificate).getBytes(StandardCharsets.US_ASCII));
        out.println("chứng thư của " + certificate.getSubjectX500Principal() + " → " + file);
        out.println("SHA-256 " + digest(certificate));
    }

    private static String digest(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("certificate: " + e.getMessage() + " (expected: DER)", e);
        }
    }
}
