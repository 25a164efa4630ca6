package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signature list}: files that were signed here, and the level that their signatures have reached. */
@Command(
        name = "list",
        description = "Liệt kê tệp đã ký: mức đã đạt (B, T, LT, LTA), mức phải đạt, vì sao còn chờ.",
        mixinStandardHelpOptions = true)
final class ListSignatures extends AdminTask {
    private static final int MOST = 1_000;

    @Option(names = "--waiting", description = "chỉ những tệp chưa đạt mức phải đạt")
    private boolean waiting;

    @Override
    void run(Administration record, PrintWriter out) {
        List<LastingFile> files = waiting
                ? record.lastingFiles().pending(MOST)
                : record.lastingFiles().newest(MOST);
        if (files.isEmpty()) {
            out.println(waiting ? "không có tệp nào đang chờ" : "chưa có tệp nào (cần timestamp.url và signing.level)");
        }
        for (LastingFile file : files) {
            out.println(
                    file.signed() + " " + file.name() + ", ký " + Times.text(file.signedAt()) + ", mức " + file.level()
                            + (file.pending() ? ", phải đạt " + file.rule().goal() : ""));
            if (file.failures() > 0) {
                out.println("  đã thử " + file.failures() + " lần: " + file.fault());
            }
            file.due().ifPresent(due -> out.println("  việc tiếp theo lúc " + Times.text(due)));
        }
    }
}
