package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.routes.link.AxisReply;
import vn.lienthong.routes.link.NeighbourWire;
import vn.lienthong.routes.link.OutboundRefused;
import vn.lienthong.routes.platform.Administration;

/** {@code admin neighbour test}: makes one harmless call and says what came of it. */
@Command(
        name = "test",
        description = "Gọi thử láng giềng (getAgenciesList): kết nối, TLS, khóa, lệch giờ.",
        mixinStandardHelpOptions = true)
final class TestNeighbour extends AdminTask {
    /** The header has whole seconds, and the way takes its time. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Parameters(index = "0", paramLabel = "MÃ", description = "tên của láng giềng tại cổng này")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Neighbour neighbour = KnownNeighbour.require(record.neighbours(), id);
        NeighbourWire.Dated answer = ask(record, neighbour);
        boolean tls = "https".equals(neighbour.address().getScheme());
        out.println("kết nối: " + neighbour.address().getHost()
                + (tls ? ", TLS với chứng thư đúng tên máy" : ", KHÔNG có TLS"));
        out.println("đồng hồ: " + skew(answer.date(), record.clock().instant()));
        switch (answer.reply()) {
            case AxisReply.Ok ok -> out.println("khóa: đúng; danh mục bên đó có " + ok.size() + " cơ quan");
            case AxisReply.Refused refused ->
                throw new CommandRefused(id + " từ chối: " + refused.text()
                        + " (mã lỗi 15: kiểm tra --as và khóa, admin neighbour secret " + id + ")");
            case AxisReply.Unreadable unreadable ->
                throw new CommandRefused(id + " trả lời không đúng giao thức: " + unreadable.text()
                        + " (kiểm tra --dialect và --address: " + NeighbourAddress.expected(neighbour.dialect()) + ")");
        }
    }

    private NeighbourWire.Dated ask(Administration record, Neighbour neighbour) {
        try (NeighbourWire wire = record.neighbourWire()) {
            return wire.probe(neighbour);
        } catch (OutboundRefused refused) {
            throw new CommandRefused(id + ": không được phép gọi: " + refused.getMessage(), refused);
        } catch (IOException e) {
            throw new CommandRefused(
                    id + ": không gọi được " + neighbour.address() + ": "
                            + e.getClass().getSimpleName() + " " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused("đã dừng theo yêu cầu", e);
        }
    }

    private static String skew(Optional<String> date, Instant now) {
        try {
            return date.map(text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(theirs -> Duration.between(theirs.toInstant(), now))
                    .map(skew ->
                            (skew.abs().compareTo(SKEW) > 0 ? "LỆCH " : "khớp, lệch ") + skew.toSeconds() + " giây")
                    .orElse("bên đó không cho biết giờ");
        } catch (DateTimeException unreadable) {
            return "bên đó cho biết giờ không đọc được: " + date.orElse("");
        }
    }
}
