package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.routes.platform.Administration;

/** {@code admin folder list}: which folders are looked into, and how that goes. */
@Command(
        name = "list",
        description = "Liệt kê thư mục trao đổi: của hệ thống nào, lần xem cuối, lỗi.",
        mixinStandardHelpOptions = true)
final class ListFolders extends AdminTask {

    @Override
    void run(Administration record, PrintWriter out) {
        List<ExchangeFolder> all = record.exchangeFolders().all();
        if (all.isEmpty()) {
            out.println("chưa có thư mục trao đổi nào (thêm: admin folder add MÃ THƯ_MỤC)");
        }
        for (ExchangeFolder folder : all) {
            boolean enabled =
                    KnownSystem.require(record.systems(), folder.systemId()).enabled();
            out.println(folder.systemId() + " | " + folder.path() + (enabled ? "" : " | ĐÃ TẮT"));
            record.folderLooks().find(folder.systemId()).ifPresent(progress -> print(progress, out));
        }
    }

    private static void print(FolderLooks.Progress progress, PrintWriter out) {
        out.println("  xem lần cuối: "
                + progress.lookedAt().map(Times::text).orElse("chưa lần nào (cổng có đang chạy không?)"));
        if (progress.failures() > 0) {
            out.println("  KHÔNG DÙNG ĐƯỢC " + progress.failures() + " lần liền, lần cuối "
                    + progress.failedAt().map(Times::text).orElse("") + ": " + progress.error());
        }
    }
}
