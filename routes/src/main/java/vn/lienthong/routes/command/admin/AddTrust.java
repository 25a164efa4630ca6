package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust add}: puts an authority's certificate into the store of a branch. */
@Command(
        name = "add",
        description = "Thêm chứng thư của một cơ quan chứng thực vào kho tin cậy.",
        mixinStandardHelpOptions = true)
final class AddTrust extends AdminTask {
    @Parameters(index = "0", paramLabel = "NHÁNH", description = "government, party hoặc public")
    private String branchName = "";

    @Parameters(index = "1", paramLabel = "CHỨNG_THƯ", description = "một chứng thư X.509, PEM hoặc DER")
    private Path file = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        TrustBranch branch = TrustCommand.branch(branchName);
        X509Certificate certificate = certificate();
        if (certificate.getBasicConstraints() < 0) {
            throw new CommandRefused(file + ": " + certificate.getSubjectX500Principal()
                    + " không phải chứng thư của cơ quan chứng thực (expected: basicConstraints CA)");
        }
        boolean anchor = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        try {
            byte[] der = certificate.getEncoded();
            Sha256 fingerprint = Sha256.of(der);
            Path folder = record.trustFolder().resolve(TrustFolder.name(branch));
            keep(der, folder, fingerprint.hex() + ".crt");
            out.println("đã thêm vào nhánh " + TrustFolder.name(branch) + (anchor ? ", là gốc: " : ", là trung gian: ")
                    + certificate.getSubjectX500Principal());
            out.println("hiệu lực đến " + Times.text(certificate.getNotAfter().toInstant()));
            out.println("SHA-256 " + fingerprint.hex() + " (hãy đối chiếu với nguồn công bố)");
        } catch (IOException | CertificateEncodingException e) {
            throw new CommandRefused(
                    "không ghi được vào " + record.trustFolder() + ": " + e.getMessage() + " (kiểm tra quyền ghi)", e);
        }
        if (record.isBesideAGateway()) {
            out.println("cổng đang chạy sẽ dùng kho tin cậy mới trong vài giây nữa");
        }
    }

    // Moved into place whole: a gateway that starts meanwhile refuses a half certificate.
    private static void keep(byte[] der, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.write(fresh, der);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private X509Certificate certificate() {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new CommandRefused("không đọc được chứng thư " + file + " (expected: X.509, PEM hoặc DER)", e);
        }
    }
}
