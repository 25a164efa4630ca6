package vn.lienthong.routes.door;

import java.time.Instant;
import java.util.Locale;
import vn.lienthong.gateway.delivery.CopyState;
import vn.lienthong.gateway.dossier.Delivery;

/** The transport states of the platforms' lists: {@code initial}, {@code processing}, {@code done}, {@code fail}. */
public final class PlatformState {

    private PlatformState() {}

    public static String of(Delivery delivery, Instant now) {
        return CopyState.of(delivery, now).name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public static String description(String state) {
        return switch (state) {
            case "processing" -> "Đang xử lý";
            case "done" -> "Đã nhận";
            case "fail" -> "Lỗi";
            default -> "Chờ nhận";
        };
    }
}
