package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signature extend}: has a signature brought further at once, whatever it waits for. */
@Command(
        name = "extend",
        description = {
            "Cho bổ sung chữ ký của một tệp đã ký ngay bây giờ: dấu thời gian, rồi đến mức nêu ra.",
            "Cổng đang chạy làm việc đó trong vài giây; bản đã gửi đi không đổi, chỉ bản lưu được bổ sung."
        },
        mixinStandardHelpOptions = true)
final class ExtendSignature extends AdminTask {
    @Parameters(
            index = "0",
            paramLabel = "SHA-256|TỆP",
            description = "SHA-256 của tệp đã ký (ở bất kỳ mức nào), hoặc chính tệp đó")
    private String which = "";

    @Option(names = "--level", paramLabel = "MỨC", description = "T, LT hoặc LTA; mặc định: mức phải đạt của tệp")
    private @Nullable LastingLevel level;

    @Override
    void run(Administration record, PrintWriter out) {
        LastingFile file = SignedHere.find(record, which);
        LastingLevel goal =
                level == null || file.rule().goal().reaches(level) ? file.rule().goal() : level;
        record.lastingFiles().hasten(file, goal, record.clock().instant());
        out.println(file.signed() + " " + file.name() + ": mức " + file.level() + ", bổ sung đến mức " + goal
                + (record.isBesideAGateway() ? " trong vài giây nữa" : " khi cổng chạy"));
    }
}
