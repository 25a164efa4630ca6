package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signature export}: the archived copy of a signed file, with all that was added since it was signed. */
@Command(
        name = "export",
        description = {
            "Ghi bản lưu của một tệp đã ký ra tệp: cùng chữ ký với bản đã gửi, thêm dấu thời gian và dữ liệu kiểm tra.",
            "Bản lưu chứng minh cho bản đã gửi đi khi chứng thư của con dấu đã hết hạn."
        },
        mixinStandardHelpOptions = true)
final class ExportSignature extends AdminTask {
    @Parameters(
            index = "0",
            paramLabel = "SHA-256|TỆP",
            description = "SHA-256 của tệp đã ký (ở bất kỳ mức nào), hoặc chính tệp đó")
    private String which = "";

    @Option(names = "--out", paramLabel = "TỆP", required = true, description = "ghi vào tệp này, ví dụ ban-luu.pdf")
    private Path to = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        LastingFile file = SignedHere.find(record, which);
        try (InputStream in = record.vaultBytes(file.bytes().digest())) {
            CertificateFile.write(to, in.readAllBytes());
        } catch (IOException gone) {
            throw new CommandRefused(
                    "không đọc được bản lưu " + file.bytes().digest() + ": " + gone.getMessage(), gone);
        }
        out.println("bản lưu của " + file.name() + ", mức " + file.level() + " → " + to);
        out.println("SHA-256 khi ký: " + file.signed().hex());
        out.println("SHA-256 bản lưu: " + file.bytes().digest().hex());
    }
}
