package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust add}: puts an authority's certificate into the store of a branch, once a second person agrees. */
@Command(
        name = "add",
        description = "Thêm chứng thư của một cơ quan chứng thực vào kho tin cậy; cần người thứ hai xác nhận.",
        mixinStandardHelpOptions = true)
final class AddTrust extends AdminTask {
    @Parameters(index = "0", paramLabel = "NHÁNH", description = "government, party hoặc public")
    private String branchName = "";

    @Parameters(index = "1", paramLabel = "CHỨNG_THƯ", description = "một chứng thư X.509, PEM hoặc DER")
    private Path file = Path.of("");

    @Option(names = "--reason", paramLabel = "LÝ_DO", description = "căn cứ, để người thứ hai xem")
    private @Nullable String reason;

    @Mixin
    private LeaveProposal proposal = new LeaveProposal();

    @Override
    void run(Administration record, PrintWriter out) {
        String branch = TrustFolder.name(TrustCommand.branch(branchName));
        X509Certificate certificate = certificate();
        String summary = "thêm vào kho tin cậy " + branch + ": " + certificate.getSubjectX500Principal();
        proposal.settle(record, new ProposedAct.AddTrust(branch, base64(certificate)), summary, reason, out);
        out.println("hãy đối chiếu SHA-256 của chứng thư với nguồn công bố");
    }

    private String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new CommandRefused("không đọc được chứng thư " + file + " (expected: X.509, PEM hoặc DER)", e);
        }
    }

    private X509Certificate certificate() {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new CommandRefused("không đọc được chứng thư " + file + " (expected: X.509, PEM hoặc DER)", e);
        }
    }
}
