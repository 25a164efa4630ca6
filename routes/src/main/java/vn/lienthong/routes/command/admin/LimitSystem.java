package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system limit}: what one system may do instead of what the settings say for all; from its next call on. */
@Command(
        name = "limit",
        description = "Đặt giới hạn riêng cho một hệ thống; không có tùy chọn nào thì về lại mức chung.",
        mixinStandardHelpOptions = true)
final class LimitSystem extends AdminTask {

    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid của hệ thống")
    private String id = "";

    @Option(
            names = "--calls-per-minute",
            paramLabel = "SỐ",
            description = "số lời gọi trong một phút (mức chung: limits.calls-per-minute)")
    private @Nullable Integer calls;

    @Option(
            names = "--max-packet-bytes",
            paramLabel = "BYTE",
            description = "kích thước một văn bản gửi tới, không vượt packet.max-size")
    private @Nullable Long bytes;

    @Override
    void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        KnownSystem.require(systems, id);
        CallerLimits limits;
        try {
            limits = new CallerLimits(
                    calls == null ? OptionalInt.empty() : OptionalInt.of(calls),
                    bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
        } catch (IllegalArgumentException tooSmall) {
            throw new CommandRefused(String.valueOf(tooSmall.getMessage()));
        }
        systems.limit(id, limits);
        out.println("hệ thống " + id + ": " + describe(limits) + ", từ lời gọi kế tiếp");
    }

    static String describe(CallerLimits limits) {
        String perMinute = limits.callsPerMinute().isPresent()
                ? limits.callsPerMinute().getAsInt() + " lời gọi/phút"
                : "số lời gọi theo mức chung";
        String size = limits.maxPacketBytes().isPresent()
                ? "văn bản tối đa " + limits.maxPacketBytes().getAsLong() + " byte"
                : "kích thước theo mức chung";
        return perMinute + ", " + size;
    }
}
