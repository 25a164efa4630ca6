package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.evidence.record.EvidenceDay;
import vn.lienthong.gateway.evidence.record.EvidenceRecordException;
import vn.lienthong.routes.platform.Administration;

/** {@code admin evidence record}: the evidence record of a received document (RFC 4998), checked without the gateway. */
@Command(
        name = "record",
        description = {
            "Xuất hồ sơ chứng cứ RFC 4998 (.ers) của một văn bản đã nhận: dấu thời gian trên cây băm của ngày nhận.",
            "Hồ sơ chứng minh chính gói tin đã nhận (SHA-256 in ra) đã có vào lúc đó và chưa đổi."
        },
        mixinStandardHelpOptions = true)
final class RecordEvidence extends AdminTask {
    @Parameters(
            index = "0",
            paramLabel = "HỒ_SƠ|DOCID",
            description = "mã hồ sơ (UUID), hoặc DocId mà cổng đã trả cho nơi gửi")
    private String which = "";

    @Option(names = "--out", paramLabel = "TỆP", required = true, description = "ghi vào tệp này, ví dụ van-ban.ers")
    private Path file = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        Dossier dossier = KnownDossier.require(record, which);
        EvidenceDay day = record.evidenceDays()
                .of(dossier.bytes().digest())
                .orElseThrow(() -> new CommandRefused("hồ sơ " + dossier.id()
                        + ": chưa có dấu thời gian của ngày nhận (lấy sau khi hết ngày, nếu đã đặt timestamp.url)"));
        try {
            CertificateFile.write(file, day.record(dossier.bytes().digest()));
        } catch (EvidenceRecordException fault) {
            throw new CommandRefused(String.valueOf(fault.getMessage()), fault);
        }
        out.println("hồ sơ chứng cứ của hồ sơ " + dossier.id() + ", ngày " + day.day() + ", "
                + day.leaves().size() + " tệp, " + day.stamps() + " dấu thời gian → " + file);
        out.println("SHA-256 của gói tin: " + dossier.bytes().digest().hex());
    }
}
