package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signer list}: every officer's key, those that ended too. Opens no key. */
@Command(
        name = "list",
        description = "Liệt kê khóa ký của lãnh đạo: từ khi nào, chứng thư, khóa nằm ở đâu.",
        mixinStandardHelpOptions = true)
final class ListSignerKeys extends AdminTask {

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        List<SignerKey> all = record.signerKeys().all();
        if (all.isEmpty()) {
            out.println("chưa có khóa ký nào (thêm: admin signer add --user TÀI_KHOẢN --p12 TỆP --picture TỆP)");
        }
        for (SignerKey key : all) {
            out.println(key.id() + " " + key.username() + ", từ " + Times.text(key.from())
                    + key.to().map(to -> " đến " + Times.text(to)).orElse("")
                    + (key.holdsAt(now) ? "" : " | KHÔNG CÒN HIỆU LỰC"));
            out.println("  " + key.certificate().names() + ", chứng thư đến "
                    + Times.text(key.certificate().facts().validTo())
                    + (key.certificate().validAt(now) ? "" : " | CHỨNG THƯ HẾT HẠN") + ", SHA-256 "
                    + key.certificate().facts().certificate());
            out.println("  " + key.place() + ", thêm bởi " + key.addedBy());
        }
    }
}
