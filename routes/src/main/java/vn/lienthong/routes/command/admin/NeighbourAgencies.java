package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.routes.link.AxisUnit;
import vn.lienthong.routes.link.NeighbourWire;
import vn.lienthong.routes.link.OutboundRefused;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour agencies}: what a neighbour's list would change in the directory; a registrar applies it. */
@Command(
        name = "agencies",
        description = "Xem trước, rồi nạp (--apply), những gì danh mục của láng giềng sẽ làm đổi ở đây.",
        mixinStandardHelpOptions = true)
final class NeighbourAgencies extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "tên của láng giềng tại cổng này")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "NGÀY",
            description =
                    "ngày có hiệu lực của cơ quan mới và ngày đóng cơ quan bị xóa, như 2025-07-01 (mặc định: hôm nay)")
    private @Nullable LocalDate from;

    @Option(names = "--apply", description = "nạp thật; không có thì chỉ xem trước")
    private boolean apply;

    @Mixin
    private LeaveProposal proposal = new LeaveProposal();

    @Override
    void run(Administration record, PrintWriter out) {
        Neighbour neighbour = KnownNeighbour.require(record.neighbours(), id);
        List<AxisUnit> units = units(record, neighbour);
        Agencies agencies = record.agencies();
        Instant now = record.clock().instant();
        LocalDate effective = from == null ? LocalDate.ofInstant(now, Times.VIETNAM) : from;
        DraftAgencies draft = new DraftAgencies(agencies.current(), now, effective);
        out.println(id + " liệt kê " + units.size() + " cơ quan");
        byte[] table = draft.table(units);
        if (table.length == 0) {
            out.println("không có gì thay đổi");
            return;
        }
        ImportAgencies importing = new ImportAgencies(agencies);
        ImportPreview preview = importing.preview(table, now, "danh mục của " + id + " ngày " + effective);
        DirectoryPreview.print(preview, "cả bảng", out);
        if (!preview.isApplicable()) {
            throw new CommandRefused("chưa nạp gì: danh mục của " + id + " có "
                    + preview.problems().size()
                    + " chỗ không hợp với danh mục ở đây, nêu trên (nạp từng phần bằng admin agencies import)");
        }
        if (!apply) {
            DirectoryPreview.onlyShown(false, out);
            return;
        }
        ProposedAct act = new ProposedAct.ImportTable(new String(table, StandardCharsets.UTF_8));
        String why = "danh mục của " + id + " ngày " + effective;
        proposal.settle(record, act, "nạp " + why, why, out);
    }

    private List<AxisUnit> units(Administration record, Neighbour neighbour) {
        try (NeighbourWire wire = record.neighbourWire()) {
            return wire.units(neighbour);
        } catch (OutboundRefused refused) {
            throw new CommandRefused(id + ": không được phép gọi: " + refused.getMessage(), refused);
        } catch (IOException e) {
            throw new CommandRefused(
                    id + ": không lấy được danh mục: " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + " (kiểm tra: admin neighbour test " + id + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused("đã dừng theo yêu cầu", e);
        }
    }
}
