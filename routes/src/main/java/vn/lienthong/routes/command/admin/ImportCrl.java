package vn.lienthong.routes.command.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.routes.platform.Administration;

/** {@code admin crl import}: brings a revocation list in by hand, where the gateway cannot fetch it. */
@Command(
        name = "import",
        description = "Nạp một danh sách thu hồi (CRL), khi cổng không tự tải được.",
        mixinStandardHelpOptions = true)
final class ImportCrl extends AdminTask {
    @Parameters(index = "0", paramLabel = "TỆP", description = "một CRL, DER hoặc PEM")
    private Path file = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        X509CRL list = read();
        boolean taken;
        try {
            taken = record.proofs().revocations().add(list.getEncoded());
        } catch (CRLException e) {
            throw new CommandRefused(
                    "CRL của " + list.getIssuerX500Principal() + " không dùng được: " + e.getMessage()
                            + " (thêm chứng thư của nơi phát hành trước: admin trust add NHÁNH CHỨNG_THƯ)",
                    e);
        }
        out.println(
                (taken ? "đã nạp CRL của " : "đã có CRL này hoặc bản mới hơn của ") + list.getIssuerX500Principal());
        out.println("phát hành " + Times.text(list.getThisUpdate().toInstant())
                + Optional.ofNullable(list.getNextUpdate())
                        .map(next -> ", dùng đến " + Times.text(next.toInstant()))
                        .orElse(""));
        if (taken && record.isBesideAGateway()) {
            out.println("cổng đang chạy sẽ dùng danh sách này trong vài giây nữa");
        }
    }

    private X509CRL read() {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException | CertificateException | CRLException e) {
            throw new CommandRefused("không đọc được CRL " + file + " (expected: X.509 CRL, DER hoặc PEM)", e);
        }
    }
}
