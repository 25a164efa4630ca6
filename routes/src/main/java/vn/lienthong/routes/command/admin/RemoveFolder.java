package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.routes.platform.Administration;

/** {@code admin folder remove}: the folder is looked into no more. What lies in it stays; what was not received waits. */
@Command(
        name = "remove",
        description =
                "Thôi dùng thư mục trao đổi của một hệ thống; tệp trong đó giữ nguyên, văn bản chưa nhận vẫn chờ.",
        mixinStandardHelpOptions = true)
final class RemoveFolder extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "hệ thống")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        if (!record.exchangeFolders().remove(id)) {
            throw new CommandRefused(
                    "hệ thống " + id + ": không có thư mục trao đổi (expected: một trong admin folder" + " list)");
        }
        out.println("đã thôi dùng thư mục trao đổi của " + id);
    }
}
