package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.util.regex.Pattern;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.tray.Draft;

/** A clerk puts two letters before the officer, who signs one; it is sealed and sent, and the other one goes on waiting. */
final class Approving {
    private static final Pattern PASSED = Pattern.compile("\"indication\":\"TOTAL_PASSED\"");
    private static final int OFFICER_AND_SEAL = 2;

    private Approving() {}

    static void play(Stage stage) throws IOException, InterruptedException {
        ClerksDesk clerk = stage.desk();
        OfficersDesk officer = stage.officer();
        SigningRequest signed =
                clerk.putBeforeOfficer(stage.firstNumber(), "Kế hoạch chuyển đổi số năm nay", DemoAgency.TAY_NINH);
        SigningRequest left =
                clerk.putBeforeOfficer(stage.firstNumber() + 1, "Mời họp giao ban trực tuyến", DemoAgency.NGHE_AN);
        unless(officer.waitsFor(signed) && officer.waitsFor(left), "lãnh đạo không thấy văn bản được trình");
        officer.sign(signed);
        unless(!officer.waitsFor(signed), "văn bản đã ký vẫn nằm ở Chờ ký");
        unless(officer.waitsFor(left), "văn bản chưa ký không còn ở Chờ ký");
        Draft sealed = clerk.seal(clerk.draft(signed));
        arrives(
                stage,
                stage.ledger().dossier(clerk.send(sealed)),
                sealed.files().getFirst().bytes().digest());
    }

    private static void arrives(Stage stage, Dossier dossier, Sha256 file) throws IOException, InterruptedException {
        long passed = PASSED.matcher(dossier.verificationJson()).results().count();
        unless(passed == OFFICER_AND_SEAL, "chữ ký hợp lệ: " + passed + " (expected: " + OFFICER_AND_SEAL + ")");
        unless(dossier.marks().isEmpty(), "hồ sơ bị đánh dấu " + dossier.marks());
        Office recipient = stage.office(DemoAgency.TAY_NINH);
        String docId = stage.ledger().deliveries(dossier).getFirst().docId();
        unless(recipient.hasInInbox(docId), "Tây Ninh không thấy văn bản của Huế");
        Packet received = recipient.get(docId);
        unless(Office.carries(received, file), "Tây Ninh nhận tệp khác tệp đã ký và đóng dấu");
        recipient.done(docId);
    }
}
