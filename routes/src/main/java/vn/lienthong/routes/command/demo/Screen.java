package vn.lienthong.routes.command.demo;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;

/** What the demo shows: one screen. */
final class Screen {
    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    void title() {
        line("");
        line("LIÊN THÔNG, trình diễn: cơ quan có mã thật, chữ ký và hệ thống là giả lập (real codes, DEV ONLY keys).");
        line("Máy gọi cổng trục bằng HTTP, người dùng các lệnh của trang quản trị; mỗi bước được đọc lại từ kho hồ sơ"
                + " (done for real, then read back).");
        line("");
    }

    void happened(int number, Scene<?> scene) {
        line(String.format(Locale.ROOT, " ✔ %2d. %s (%s)", number, scene.text(), scene.gloss()));
    }

    void failed(int number, Scene<?> scene, String why) {
        line(String.format(Locale.ROOT, " ✘ %2d. %s", number, scene.text()));
        line("        KHÔNG XẢY RA (failed): " + why);
    }

    /** The dossiers of the story and what became of each copy. */
    void table(Map<Dossier, List<Delivery>> story) {
        line("");
        line(String.format(
                Locale.ROOT, "    %-12s %-9s %-34s %s", "Số ký hiệu", "Nghiệp vụ", "Trích yếu", "Các lượt giao"));
        story.forEach((dossier, copies) -> line(String.format(
                Locale.ROOT,
                "    %-12s %-9s %-34s %s",
                dossier.facts().symbol(),
                business(dossier),
                cut(dossier.facts().subject()),
                copies.stream()
                        .map(copy -> copy.code().text() + " " + state(copy.state()))
                        .collect(Collectors.joining(", ")))));
        Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
        story.values().forEach(copies -> copies.forEach(copy -> counts.merge(copy.state(), 1, Integer::sum)));
        line("    " + story.size() + " hồ sơ; lượt giao: "
                + new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(entry -> entry.getValue() + " " + state(entry.getKey()))
                                .collect(Collectors.joining(", ")));
    }

    private static String business(Dossier dossier) {
        return switch (dossier.key().action()) {
            case NEW -> "mới";
            case REVOKE -> "thu hồi";
            case UPDATE -> "cập nhật";
            case REPLACE -> "thay thế";
        };
    }

    private static String state(DeliveryState state) {
        return switch (state) {
            case WAITING, LEASED, UNROUTED -> "đang chờ";
            case QUEUED, SENDING -> "đang gửi";
            case HELD -> "đang giữ";
            case DEAD, FAILED -> "không giao được";
            case HANDED_OVER -> "đã giao";
            case WITHDRAWN -> "đã thu hồi";
            case MERGED -> "đã gộp";
        };
    }

    private static String cut(String text) {
        int most = 33;
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
