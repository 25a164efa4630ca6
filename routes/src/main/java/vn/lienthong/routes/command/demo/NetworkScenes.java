package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/** What happens in the network, each step looked at from the far end. */
final class NetworkScenes {
    private static final String REASON = "Văn bản không thuộc thẩm quyền giải quyết của tỉnh";

    private NetworkScenes() {}

    static void up(NetworkStage stage) throws IOException, InterruptedException {
        String docId = stage.province().send(stage.up().packet());
        receive(stage.office(), stage.up());
        Await.until("cổng tỉnh ghi văn bản đã giao", () -> isDone(stage.province(), docId));
    }

    static void statusesDown(NetworkStage stage) throws IOException, InterruptedException {
        stage.office().tell(stage.up(), StatusCode.ARRIVED, "Văn bản đã đến");
        stage.office().tell(stage.up(), StatusCode.ACCEPTED, "Đã vào sổ văn bản đến");
        hear(stage.province(), stage.up(), Set.of("G22 01", "G22 03"));
    }

    static void again(NetworkStage stage) throws IOException, InterruptedException {
        String first = stage.province().send(stage.up().packet());
        String second = stage.province().send(stage.up().packet());
        unless(first.equals(second), "lần gửi lại được DocId khác");
        unless(find(stage.office(), stage.up()).isEmpty(), "nơi nhận thấy văn bản lần thứ hai");
    }

    static void down(NetworkStage stage) throws IOException, InterruptedException {
        String docId = stage.office().send(stage.down().packet());
        Packet packet = receive(stage.province(), stage.down());
        Await.until("trục ghi cổng tỉnh đã nhận", () -> isDone(stage.office(), docId));
        List<String> stations = packet.trace().stream().map(TraceHop::organId).toList();
        unless(stations.containsAll(List.of(PlayNetwork.AXIS_CODE, PlayNetwork.MEMBER_CODE)), "vết chỉ có " + stations);
    }

    static void statusUp(NetworkStage stage) throws IOException, InterruptedException {
        stage.province().tell(stage.down(), StatusCode.REFUSED, REASON);
        List<StatusMessage> heard = hear(stage.office(), stage.down(), Set.of("H53 02"));
        unless(heard.getFirst().description().equals(REASON), "lý do từ chối không tới nơi");
    }

    static void whileTheAxisIsDown(NetworkStage stage) throws IOException, InterruptedException {
        stage.axis().kill();
        try {
            String docId = stage.province().send(stage.late().packet());
            unless(!isDone(stage.province(), docId), "văn bản tới trong khi trục không chạy");
        } finally {
            stage.axis().startAgain();
        }
        receive(stage.office(), stage.late());
    }

    /** Waits for the letter, looks whether it is the one that was sent, and ticks it off. */
    private static Packet receive(Office office, Letter letter) throws IOException, InterruptedException {
        String who = office.agency().title();
        AtomicReference<Office.Arrived> arrived = new AtomicReference<>();
        Await.until(who + " thấy văn bản", () -> {
            Optional<Office.Arrived> found = find(office, letter);
            found.ifPresent(arrived::set);
            return found.isPresent();
        });
        Office.Arrived copy = arrived.get();
        unless(Office.carries(copy.packet(), letter), who + " nhận tệp khác tệp đã gửi");
        office.done(copy.docId());
        unless(find(office, letter).isEmpty(), who + " báo done rồi mà văn bản vẫn trong danh sách");
        return copy.packet();
    }

    private static List<StatusMessage> hear(Office office, Letter letter, Set<String> expected)
            throws InterruptedException {
        List<StatusMessage> heard = new ArrayList<>();
        Await.until(office.agency().title() + " nhận trạng thái " + expected, () -> {
            heard.addAll(asking(() -> office.statusesAbout(letter)));
            return heard.size() >= expected.size();
        });
        Set<String> codes = heard.stream()
                .map(status -> status.from().organId() + " " + status.code().text())
                .collect(Collectors.toSet());
        unless(codes.equals(expected) && heard.size() == expected.size(), "nơi gửi nhận được " + codes);
        return heard;
    }

    private static Optional<Office.Arrived> find(Office office, Letter letter) {
        return asking(() -> office.find(letter));
    }

    private static boolean isDone(Office sender, String docId) {
        return asking(() -> sender.sent(docId)).stream().anyMatch(item -> "done".equals(item.get("receiveStatus")));
    }

    private interface Asking<T> {
        T ask() throws IOException, InterruptedException;
    }

    private static <T> T asking(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("đã dừng theo yêu cầu");
        }
    }
}
