package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.util.function.Predicate;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.link.AxisClient;

/** What must not get in. */
final class Refusing {
    private Refusing() {}

    /** One byte of the signed PDF is another; packet and {@code hash-file} are honest about it. */
    static void tampered(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.letter(1, "Bản bị sửa sau khi ký", DemoAgency.TAY_NINH);
        byte[] pdf = letter.pdf().clone();
        pdf[pdf.length / 4] ^= 1;
        AxisClient.Answer answer = stage.sender().handIn(stage.writing().packet(letter.header(), pdf));
        String said = answer.errorDescription();
        unless(!answer.isOk(), "cổng nhận văn bản đã bị sửa");
        unless(said.contains("SIGNATURE_"), "cổng từ chối vì lý do khác: " + said);
        unless(stage.ledger().dossiers(letter).isEmpty(), "văn bản bị sửa vẫn thành hồ sơ");
        boolean noted =
                noted(stage, refusal -> refusal.documentId().equals(letter.id().value()));
        unless(noted, "nhật ký từ chối không có văn bản này");
    }

    static void wrongSecret(Stage stage) throws IOException, InterruptedException {
        Letter letter = stage.letter(2, "Gửi bằng khóa giả", DemoAgency.TAY_NINH);
        AxisClient.Answer answer = stage.impostor().handIn(letter.packet());
        unless(!answer.isOk(), "cổng nhận lời gọi sai khóa bí mật");
        unless(stage.ledger().dossiers(letter).isEmpty(), "lời gọi sai khóa vẫn thành hồ sơ");
        boolean noted = noted(
                stage,
                refusal -> refusal.systemId().equals(DemoAgency.VPCP.systemId())
                        && refusal.findings().stream().anyMatch(f -> f.code() == ErrorCode.MAC_WRONG));
        unless(noted, "nhật ký từ chối không có lời gọi sai khóa");
    }

    private static boolean noted(Stage stage, Predicate<Refusals.Refusal> test) {
        return stage.ledger().latestRefusals().stream().anyMatch(test);
    }
}
