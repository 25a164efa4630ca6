package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;

/** A document to two agencies: one accepts, one refuses, and the sender hears of both. */
final class Correspondence {
    private static final Pattern PASSED = Pattern.compile("\"indication\":\"TOTAL_PASSED\"");
    private static final int OFFICIAL_AND_SEAL = 2;
    private static final String REASON = "Văn bản không thuộc thẩm quyền giải quyết của tỉnh";

    private Correspondence() {}

    static void send(Stage stage) throws IOException, InterruptedException {
        String docId = stage.sender().send(stage.first().packet());
        Dossier dossier = stage.ledger().dossier(stage.first());
        unless(dossier.senderDocId().equals(docId), "DocId trả về khác DocId trong hồ sơ");
        unless(dossier.state() == DossierState.ACCEPTED, "hồ sơ ở trạng thái " + dossier.state());
        unless(dossier.marks().isEmpty(), "hồ sơ bị đánh dấu " + dossier.marks());
        long passed = PASSED.matcher(dossier.verificationJson()).results().count();
        unless(passed == OFFICIAL_AND_SEAL, "chữ ký hợp lệ: " + passed + " (expected: " + OFFICIAL_AND_SEAL + ")");
        unless(stage.ledger().deliveries(dossier).size() == 2, "không có đủ hai lượt giao");
    }

    static void collect(Stage stage) throws IOException, InterruptedException {
        Office tayNinh = stage.office(DemoAgency.TAY_NINH);
        Office ngheAn = stage.office(DemoAgency.NGHE_AN);
        String first = waiting(stage, tayNinh);
        take(stage, tayNinh, first, tayNinh.get(first));
        String second = waiting(stage, ngheAn);
        take(stage, ngheAn, second, ngheAn.download(second));
    }

    static void answer(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.first();
        stage.office(DemoAgency.TAY_NINH).tell(letter, StatusCode.ARRIVED, "Văn bản đã đến");
        stage.office(DemoAgency.TAY_NINH).tell(letter, StatusCode.ACCEPTED, "Đã vào sổ văn bản đến");
        stage.office(DemoAgency.NGHE_AN).tell(letter, StatusCode.REFUSED, REASON);
        List<StatusMessage> heard = stage.sender().statusesAbout(letter);
        Set<String> codes = heard.stream()
                .map(status -> status.from().organId() + " " + status.code())
                .collect(Collectors.toSet());
        unless(codes.equals(Set.of("H53 01", "H53 03", "H41 02")) && heard.size() == 3, "nơi gửi nhận được " + codes);
        unless(heard.stream().anyMatch(status -> status.description().equals(REASON)), "lý do từ chối không tới nơi");
        int kept = stage.ledger().statuses(stage.ledger().dossier(letter)).size();
        unless(kept == heard.size(), "hồ sơ giữ " + kept + " trạng thái");
    }

    static void sendAgain(Stage stage) throws IOException, InterruptedException {
        Dossier dossier = stage.ledger().dossier(stage.first());
        String docId = stage.sender().send(stage.first().packet());
        unless(docId.equals(dossier.senderDocId()), "lần gửi lại được DocId khác");
        unless(stage.ledger().dossiers(stage.first()).size() == 1, "lần gửi lại thành hồ sơ thứ hai");
        List<Delivery> copies = stage.ledger().deliveries(dossier);
        unless(copies.size() == 2, "lần gửi lại thêm lượt giao: " + copies.size());
        for (Delivery copy : copies) {
            boolean again = stage.office(DemoAgency.TAY_NINH).hasInInbox(copy.docId())
                    || stage.office(DemoAgency.NGHE_AN).hasInInbox(copy.docId());
            unless(!again, "nơi nhận thấy văn bản lần thứ hai");
        }
    }

    private static String waiting(Stage stage, Office office) throws IOException, InterruptedException {
        String docId = stage.ledger().copy(stage.first(), office.agency()).docId();
        unless(office.hasInInbox(docId), office.agency().title() + " không thấy văn bản trong danh sách");
        return docId;
    }

    private static void take(Stage stage, Office office, String docId, Packet received)
            throws IOException, InterruptedException {
        String who = office.agency().title();
        unless(Office.carries(received, stage.first()), who + " nhận tệp khác tệp đã gửi");
        office.done(docId);
        unless(!office.hasInInbox(docId), who + " báo done rồi mà văn bản vẫn trong danh sách");
        unless(stage.ledger().isHandedOver(stage.first(), office.agency()), who + ": lượt giao chưa ghi đã giao");
    }
}
