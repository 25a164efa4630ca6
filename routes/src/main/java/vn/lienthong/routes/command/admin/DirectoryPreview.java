package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.ImportPreview;

/** What a change would do to the directory, as an administrator reads it. */
final class DirectoryPreview {

    private DirectoryPreview() {}

    /** @param whole what a problem is about that belongs to no line of a file */
    static void print(ImportPreview preview, String whole, PrintWriter out) {
        AgencyDirectory codes = AgencyDirectory.of(0, preview.change().added());
        print("thêm", preview.added(), codes, out);
        print("đổi", preview.changed(), codes, out);
        print("đóng", preview.closed(), codes, out);
        preview.problems()
                .forEach(problem ->
                        out.println((problem.line() == 0 ? whole : "dòng " + problem.line()) + ": " + problem.text()));
        if (preview.change().isEmpty() && preview.isApplicable()) {
            out.println("không có gì thay đổi");
        }
    }

    /** Where nothing more is done. */
    static void onlyShown(boolean told, PrintWriter out) {
        if (!told) {
            out.println("mới xem trước, chưa nạp gì (nạp thật: thêm --apply)");
        }
    }

    private static void print(String what, List<Agency> rows, AgencyDirectory codes, PrintWriter out) {
        out.println(what + ": " + rows.size());
        for (Agency row : rows) {
            String code =
                    codes.codeOf(row.id(), row.from()).map(AgencyCode::text).orElse("");
            out.println("  " + code + " " + row.name() + ", từ " + Times.text(row.from())
                    + row.to().map(to -> " đến " + Times.text(to)).orElse(""));
        }
    }
}
