package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.routes.platform.Administration;

/** {@code admin receipt}: the signed receipt of a document, as a file that is checked without the gateway. */
@Command(
        name = "receipt",
        description = "Xuất biên nhận có chữ ký của một văn bản; kiểm tra bằng lệnh verify, không cần cổng.",
        mixinStandardHelpOptions = true)
final class ReceiptCommand extends AdminTask {
    @Parameters(
            index = "0",
            paramLabel = "HỒ_SƠ|DOCID",
            description = "mã hồ sơ (UUID), hoặc DocId mà cổng đã trả cho nơi gửi")
    private String which = "";

    @Option(names = "--out", paramLabel = "TỆP", required = true, description = "ghi vào tệp này, ví dụ bien-nhan.p7m")
    private Path file = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        Dossier dossier = KnownDossier.require(record, which);
        byte[] receipt = record.proofs().exportReceipt().export(dossier.id()).orElseThrow();
        CertificateFile.write(file, receipt);
        out.println("biên nhận của hồ sơ " + dossier.id() + ", văn bản "
                + dossier.key().documentId() + " của " + dossier.senderCode().text() + " → " + file);
        out.println("SHA-256 của gói tin: " + dossier.bytes().digest().hex());
        out.println("kiểm tra: verify " + file
                + " --trust CHỨNG_THƯ --document GÓI_TIN (chứng thư: admin evidence certificate)");
    }
}
