package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.routes.platform.Administration;

/** {@code admin seal list}: every seal, those that ended too. Opens no key. */
@Command(
        name = "list",
        description = "Liệt kê con dấu của các cơ quan: từ khi nào, chứng thư, khóa nằm ở đâu.",
        mixinStandardHelpOptions = true)
final class ListAgencySeals extends AdminTask {

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        List<AgencySeal> all = record.agencySeals().all();
        if (all.isEmpty()) {
            out.println("chưa có con dấu nào (thêm: admin seal add MÃ_CƠ_QUAN --p12 TỆP)");
        }
        for (AgencySeal seal : all) {
            out.println(seal.id() + " " + reading.label(seal.agency()) + ", từ " + Times.text(seal.from())
                    + seal.to().map(to -> " đến " + Times.text(to)).orElse("")
                    + (seal.holdsAt(now) ? "" : " | KHÔNG CÒN HOẶC CHƯA HIỆU LỰC"));
            out.println("  " + seal.certificate().names() + ", chứng thư đến "
                    + Times.text(seal.certificate().facts().validTo())
                    + (seal.certificate().validAt(now) ? "" : " | CHỨNG THƯ HẾT HẠN") + ", SHA-256 "
                    + seal.certificate().facts().certificate());
            out.println("  " + seal.place() + ", thêm bởi " + seal.addedBy());
        }
    }
}
