package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.routes.platform.Administration;

/** {@code admin agencies import}: shows what a table would change, and changes it only when told to. */
@Command(
        name = "import",
        description = "Xem trước, rồi nạp (--apply), một bảng cơ quan vào danh mục.",
        mixinStandardHelpOptions = true)
final class ImportAgencyTable extends AdminTask {
    @Parameters(index = "0", paramLabel = "TỆP.csv", description = "bảng UTF-8 với các cột code, name, from, …")
    private Path file = Path.of("");

    @Option(names = "--apply", description = "nạp thật; không có thì chỉ xem trước")
    private boolean apply;

    @Option(
            names = "--reason",
            paramLabel = "LÝ_DO",
            defaultValue = "admin agencies import",
            description = "căn cứ, ghi lại cùng phiên bản danh mục (mặc định: ${DEFAULT-VALUE})")
    private String reason = "";

    @Mixin
    private LeaveProposal proposal = new LeaveProposal();

    @Override
    void run(Administration record, PrintWriter out) {
        Agencies agencies = record.agencies();
        ImportAgencies importing = new ImportAgencies(agencies);
        Instant now = record.clock().instant();
        byte[] table = read();
        ImportPreview preview = importing.preview(table, now, reason);
        DirectoryPreview.print(preview, "cả bảng", out);
        if (!preview.isApplicable()) {
            throw new CommandRefused(
                    "chưa nạp gì: bảng có " + preview.problems().size() + " chỗ sai nêu trên (sửa tệp rồi chạy lại)");
        }
        if (!apply || preview.change().isEmpty()) {
            DirectoryPreview.onlyShown(apply, out);
            return;
        }
        ProposedAct act = new ProposedAct.ImportTable(new String(table, StandardCharsets.UTF_8));
        proposal.settle(record, act, "nạp bảng cơ quan " + file.getFileName(), reason, out);
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandRefused("không đọc được tệp " + file + " (expected: một tệp .csv UTF-8 đọc được)", e);
        }
    }
}
