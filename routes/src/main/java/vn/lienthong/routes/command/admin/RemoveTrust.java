package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust remove}: takes an authority's certificate out of the store of a branch. */
@Command(name = "remove", description = "Bỏ một chứng thư khỏi kho tin cậy.", mixinStandardHelpOptions = true)
final class RemoveTrust extends AdminTask {
    @Parameters(index = "0", paramLabel = "NHÁNH", description = "government, party hoặc public")
    private String branchName = "";

    @Parameters(
            index = "1",
            paramLabel = "SHA-256",
            description = "dấu vân tay của chứng thư, như lệnh admin trust list in ra")
    private String fingerprint = "";

    @Override
    void run(Administration record, PrintWriter out) {
        TrustBranch branch = TrustCommand.branch(branchName);
        Map.Entry<Path, List<X509Certificate>> found =
                TrustFolder.files(record.trustFolder(), branch).entrySet().stream()
                        .filter(file -> file.getValue().stream().anyMatch(this::isMeant))
                        .findFirst()
                        .orElseThrow(() -> new CommandRefused("chứng thư: " + fingerprint + " không có trong nhánh "
                                + TrustFolder.name(branch) + " (xem: admin trust list)"));
        if (found.getValue().size() > 1) {
            throw new CommandRefused(
                    "tệp " + found.getKey() + " có " + found.getValue().size()
                            + " chứng thư: hãy tự tách hoặc sửa tệp này (expected: mỗi tệp một chứng thư)");
        }
        try {
            Files.delete(found.getKey());
        } catch (IOException e) {
            throw new CommandRefused("không xóa được " + found.getKey() + ": " + e.getMessage(), e);
        }
        out.println("đã bỏ khỏi nhánh " + TrustFolder.name(branch) + ": "
                + found.getValue().getFirst().getSubjectX500Principal());
        if (record.isBesideAGateway()) {
            out.println("cổng đang chạy sẽ dùng kho tin cậy mới trong vài giây nữa");
        }
    }

    private boolean isMeant(X509Certificate certificate) {
        return TrustFolder.fingerprint(certificate)
                .hex()
                .equals(fingerprint.replace(":", "").toLowerCase(Locale.ROOT));
    }
}
