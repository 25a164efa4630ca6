package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.LawDate;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.routes.platform.Administration;

/** {@code admin agencies lookup}: whom a code named over time, and where a document that bears it goes today. */
@Command(
        name = "lookup",
        description = "Một mã đã từng chỉ những cơ quan nào, và văn bản ghi mã đó nay đi đâu.",
        mixinStandardHelpOptions = true)
final class LookUpAgency extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "mã định danh, dạng mới hoặc cũ")
    private String code = "";

    @Option(
            names = "--at",
            paramLabel = "NGÀY",
            description = "đọc mã như người viết vào ngày này, ví dụ 2024-05-01 (mặc định: hôm nay)")
    private @Nullable LocalDate date;

    @Override
    void run(Administration record, PrintWriter out) {
        AgencyDirectory directory = record.agencies().current();
        Instant now = record.clock().instant();
        Instant asOf = Optional.ofNullable(date).map(LawDate::startOf).orElse(now);
        AgencyCode written = new AgencyCode(code);
        List<CodeAssignment> history = directory.historyOf(written);
        if (history.isEmpty()) {
            throw new CommandRefused("mã " + code + ": không có trong danh mục phiên bản "
                    + directory.version().number() + " (nạp thêm bằng admin agencies import)");
        }
        for (CodeAssignment row : history) {
            String name =
                    directory.agency(row.agency(), row.from()).map(Agency::name).orElse("");
            out.println(code + ": " + name + ", từ " + Times.text(row.from())
                    + row.to().map(to -> " đến " + Times.text(to)).orElse("") + " ["
                    + row.agency().value() + "]");
        }
        // A date that lies ahead is looked at from there, so that plans can be tried.
        Instant seenFrom = asOf.isAfter(now) ? asOf : now;
        out.println("viết lúc " + Times.text(asOf) + ", nhận lúc " + Times.text(seenFrom) + ": "
                + describe(directory.resolve(written, asOf, seenFrom), new ReadAgency(directory, seenFrom)));
    }

    private static String describe(Resolution resolution, ReadAgency reading) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> "đến " + reading.label(resolved.agency());
            case Resolution.Succeeded succeeded -> "đến cơ quan kế thừa " + reading.label(succeeded.successor());
            case Resolution.Split split ->
                "đã chia tách, một người phải chọn: "
                        + split.candidates().stream().map(reading::label).collect(Collectors.joining("; "));
            case Resolution.Closed closed -> "đã đóng từ " + Times.text(closed.since()) + ", chưa ghi cơ quan kế thừa";
            case Resolution.NotYet notYet -> "chưa có hiệu lực, đến " + Times.text(notYet.from());
            case Resolution.Unknown unknown -> "không có trong danh mục";
        };
    }
}
