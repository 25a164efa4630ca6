package vn.lienthong.routes.command.admin;

import java.time.Instant;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;

/** Reads a code that an administrator wrote to mean an agency of today. A successor is named, never taken by itself. */
final class ReadAgency {
    private final AgencyDirectory directory;
    private final Instant now;

    ReadAgency(AgencyDirectory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    /** @throws CommandRefused unless the code names a valid agency now */
    AgencyId read(String text) {
        Resolution resolution = directory.resolve(new AgencyCode(text), now, now);
        return switch (resolution) {
            case Resolution.Resolved resolved -> resolved.agency();
            case Resolution.Succeeded succeeded ->
                throw new CommandRefused("mã " + text + ": cơ quan này đã kết thúc, kế thừa là "
                        + label(succeeded.successor()) + " (dùng mã của cơ quan kế thừa)");
            case Resolution.Split split ->
                throw new CommandRefused("mã " + text + ": cơ quan này đã chia tách thành "
                        + split.candidates().stream().map(this::label).collect(Collectors.joining("; "))
                        + " (dùng một trong các mã đó)");
            case Resolution.Closed closed ->
                throw new CommandRefused(
                        "mã " + text + ": đã đóng từ " + Times.text(closed.since())
                                + ", chưa ghi cơ quan kế thừa (dùng mã khác, hoặc nạp danh mục mới bằng admin agencies import)");
            case Resolution.NotYet notYet ->
                throw new CommandRefused("mã " + text + ": chỉ có hiệu lực từ " + Times.text(notYet.from())
                        + " (chạy lại lệnh này sau thời điểm đó)");
            case Resolution.Unknown unknown ->
                throw new CommandRefused(
                        "mã " + text + ": không có trong danh mục (thêm bằng admin agencies import TỆP.csv --apply)");
        };
    }

    /** The agency's code and name today. */
    String label(AgencyId id) {
        if (id.equals(Mandate.BEYOND)) {
            return "mọi cơ quan không nối vào đây (tuyến mặc định)";
        }
        String code = directory.codeOf(id, now).map(AgencyCode::text).orElse("(không mã)");
        return code + " "
                + directory.agency(id, now).map(agency -> agency.name()).orElse("");
    }
}
