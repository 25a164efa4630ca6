package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.util.List;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.packet.Packet;

/** A recipient that has its documents brought to it, and is busy at first. */
final class Pushing {
    private Pushing() {}

    static void untilTaken(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.letter(5, "Đẩy thẳng tới hệ thống của Bộ Xây dựng", DemoAgency.XAY_DUNG);
        stage.sender().send(letter.packet());
        Delivery delivery = stage.ledger().copy(letter, DemoAgency.XAY_DUNG);
        Await.until("Bộ Xây dựng nhận văn bản", () -> stage.ledger().isHandedOver(letter, DemoAgency.XAY_DUNG));
        List<PushReceiver.Call> calls = stage.push().callsAbout(delivery.id().toString());
        List<Integer> answers = calls.stream().map(PushReceiver.Call::answer).toList();
        unless(answers.equals(List.of(503, 200)), "các lần đẩy được trả lời " + answers);
        boolean whole =
                PacketBytes.read(calls.getLast().body()) instanceof Packet packet && Office.carries(packet, letter);
        unless(whole, "Bộ Xây dựng nhận tệp khác tệp đã gửi");
        int attempts = stage.ledger().attempts(stage.ledger().dossier(letter)).size();
        unless(attempts == calls.size(), "hồ sơ ghi " + attempts + " lần thử");
    }
}
