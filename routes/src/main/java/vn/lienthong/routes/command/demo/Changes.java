package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Packet;

/** A sender changes its mind; an agency becomes another. */
final class Changes {
    /** Long An, closed on 1 July 2025 and succeeded by Tây Ninh (NQ 202/2025/QH15, QĐ 09/2025/QĐ-TTg). */
    private static final AgencyBlock CLOSED = AgencyBlock.of("H39", "UBND tỉnh Long An");

    private Changes() {}

    static void recall(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.letter(3, "Gửi nhầm, sẽ thu hồi", DemoAgency.NGHE_AN);
        Office recipient = stage.office(DemoAgency.NGHE_AN);
        stage.sender().send(letter.packet());
        String docId = stage.ledger().copy(letter, DemoAgency.NGHE_AN).docId();
        unless(recipient.hasInInbox(docId), "văn bản không tới danh sách của nơi nhận");
        stage.sender().send(stage.writing().recall(letter, "Gửi nhầm nơi nhận"));
        unless(!recipient.hasInInbox(docId), "văn bản đã thu hồi vẫn trong danh sách");
        unless(!recipient.fetches(docId), "văn bản đã thu hồi vẫn lấy được");
        for (Dossier dossier : stage.ledger().dossiers(letter)) {
            for (Delivery copy : stage.ledger().deliveries(dossier)) {
                unless(
                        copy.state() == DeliveryState.WITHDRAWN,
                        dossier.key().action() + " ở trạng thái " + copy.state());
                unless(
                        !recipient.hasInInbox(copy.docId()),
                        "nơi nhận vẫn thấy " + dossier.key().action());
            }
        }
    }

    static void followClosedCode(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.writing().write(stage.firstNumber() + 4, "Gửi theo mã cũ của Long An", CLOSED);
        Office successor = stage.office(DemoAgency.TAY_NINH);
        String sent = stage.sender().send(letter.packet());
        String docId = stage.ledger().copy(letter, DemoAgency.TAY_NINH).docId();
        unless(successor.hasInInbox(docId), "Tây Ninh không thấy văn bản gửi theo mã H39");
        Packet received = successor.get(docId);
        unless(Office.carries(received, letter), "Tây Ninh nhận tệp khác tệp đã gửi");
        unless(received.to().getFirst().organId().equals(CLOSED.organId()), "gói tin không giữ mã nơi gửi đã viết");
        successor.done(docId);
        unless(stage.ledger().dossier(letter).marks().contains(Mark.SUCCEEDED), "hồ sơ không ghi dấu kế thừa");
        boolean told = stage.sender().sent(sent).stream()
                .anyMatch(item -> item.getOrDefault("receiveStatusDesc", "").contains(DemoAgency.TAY_NINH.title()));
        unless(told, "nơi gửi không được báo cơ quan kế thừa");
    }
}
