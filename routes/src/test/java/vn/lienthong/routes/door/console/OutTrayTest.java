package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.Draft;

/** Văn bản đi, as a clerk's browser meets it, on a gateway with a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutTrayTest {

    private TrayFixture fixture;
    private PlainBrowser clerk;
    private SendByHand hand;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new TrayFixture(folder.resolve("data"));
        clerk = fixture.browser(TrayFixture.CLERK);
        hand = new SendByHand(fixture, clerk);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void whatTheFileSaysIsProposedAndOnlyProposed() {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", fixture.pdf("125"));
        Draft draft = hand.draft(path);
        assertThat(draft.fields().number()).isEqualTo("125");
        assertThat(draft.fields().notation()).isEqualTo("UBND-VP");
        assertThat(draft.proposed()).isTrue();
        assertThat(clerk.get(path).body())
                .contains("Các ô tô vàng")
                .contains("value=\"125\"")
                .doesNotContain("??");
        hand.press(path, "125", "add", "H26");
        assertThat(hand.draft(path).proposed()).as("nobody confirmed it yet").isTrue();
        hand.press(path, "126", "do", "save");
        assertThat(hand.draft(path).fields().number()).isEqualTo("126");
        assertThat(hand.draft(path).proposed()).isFalse();
        assertThat(clerk.get("/out-tray").body()).contains("126/UBND-VP").contains("Đang soạn");
    }

    @Test
    void aDocumentIsLookedAtSentOnceFollowedAndRecalled() {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", fixture.pdf("130"));
        clerk.postBytes(path + "/files?name=phu-luc.txt", "phụ lục".getBytes(StandardCharsets.UTF_8));
        assertThat(clerk.get(path + "/check").body()).contains("Còn thiếu").doesNotContain("/send");
        hand.fill(path, "130", "H26");
        String check = clerk.get(path + "/check").body();
        assertThat(check)
                .contains("Văn bản được gửi ngay")
                .contains("chỉ coi là gửi để biết")
                .contains("Gửi tới 1 nơi nhận")
                .doesNotContain("??");
        assertThat(fixture.sentBy(TrayFixture.WARD))
                .as("looking records nothing")
                .noneMatch(dossier -> dossier.facts().number().equals("130"));

        int seen = hand.draft(path).revision();
        HttpResponse<String> stale = clerk.post(path + "/send", Map.of("revision", Integer.toString(seen - 1)));
        assertThat(stale.headers().firstValue("Location").orElseThrow())
                .as("what was changed since it was looked at is looked at again")
                .endsWith("/check");
        HttpResponse<String> sent = hand.press(path);
        HttpResponse<String> again = clerk.post(path + "/send", Map.of("revision", Integer.toString(seen)));
        assertThat(again.headers().firstValue("Location").orElseThrow())
                .endsWith(SendByHand.path(sent.headers().firstValue("Location").orElseThrow()));
        Dossier dossier = only("130");
        assertThat(dossier.channel()).isEqualTo(Channel.CONSOLE);
        assertThat(dossier.systemId()).isEqualTo("USER:clerk");
        assertThat(dossier.marks()).contains(Mark.FOR_INFORMATION);
        assertThat(fixture.entries(dossier).getFirst().actor()).isEqualTo("USER:clerk");
        String page = clerk.get("/out-tray/" + dossier.id()).body();
        assertThat(page).contains("Chờ giao").contains("cong-van.pdf").doesNotContain("??");

        String recall = "/out-tray/" + dossier.id() + "/recall";
        assertThat(clerk.get(recall).body()).contains("chưa lấy");
        assertThat(clerk.post(recall, Map.of("reason", "")).body()).contains("Hãy viết lý do");
        clerk.post(recall, Map.of("reason", "Sai số liệu"));
        assertThat(fixture.copy(dossier).state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(clerk.get("/out-tray/" + dossier.id()).body())
                .contains("Văn bản liên quan")
                .contains("Đã thu hồi lúc")
                .contains("Sai số liệu")
                .doesNotContain("/recall\"")
                .doesNotContain("??");
        String list = clerk.get("/out-tray").body();
        assertThat(list).contains("Đã thu hồi").contains("Yêu cầu thu hồi");

        int before = fixture.sentBy(TrayFixture.WARD).size();
        assertThat(clerk.get(recall).statusCode()).isEqualTo(302);
        clerk.post(recall, Map.of("reason", "Lần nữa"));
        assertThat(fixture.sentBy(TrayFixture.WARD)).as("recalled once").hasSize(before);
        Dossier paper = fixture.sentBy(TrayFixture.WARD).stream()
                .filter(one -> one.key().action() == BusinessAction.REVOKE
                        && one.facts().number().equals("130"))
                .findFirst()
                .orElseThrow();
        assertThat(clerk.get("/out-tray/" + paper.id()).body())
                .as("a recall is no document on paper")
                .contains("Sai số liệu")
                .doesNotContain("không thay văn bản giấy")
                .doesNotContain("Chỉ để biết")
                .doesNotContain("Không có tệp đính kèm");
    }

    @Test
    void whatNobodyCouldReadIsRefusedWhenItIsChosen() {
        String path = hand.begin();
        clerk.get(path);
        byte[] text = "đây là chữ".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(path, "gia.pdf", text)).contains("gia.pdf không phải là PDF");
        assertThat(upload(path, "rong.pdf", new byte[0])).contains("trống (0 byte)");
        assertThat(upload(path, "ke-hoach.docx", text)).contains("Văn bản chính phải là tệp PDF");
        assertThat(hand.draft(path).files()).isEmpty();
        assertThat(upload(path, "cong-van.pdf", fixture.pdf("160"))).isEmpty();
        assertThat(upload(path, "chay.mjs", text)).contains("đây là chương trình");
        assertThat(upload(path, "phu-luc.txt", text)).isEmpty();
        hand.fill(path, "160", "H26");
        hand.press(path, "160", "removeFile", "0");
        assertThat(clerk.get(path + "/check").body())
                .as("the annex that is left is no document")
                .contains("Văn bản chính phải là tệp PDF")
                .doesNotContain("/send");
        assertThat(SendByHand.path(
                        hand.press(path).headers().firstValue("Location").orElseThrow()))
                .endsWith("/check");
    }

    @Test
    void beginningTwiceMakesOneEmptyDraft() {
        String once = hand.begin();
        assertThat(hand.begin()).isEqualTo(once);
        clerk.get(once);
        upload(once, "cong-van.pdf", fixture.pdf("170"));
        assertThat(hand.begin()).isNotEqualTo(once);
    }

    private String upload(String path, String name, byte[] bytes) {
        HttpResponse<String> answer = clerk.postBytes(path + "/files?name=" + name, bytes);
        assertThat(answer.statusCode()).isIn(204, 415);
        return answer.body();
    }

    @Test
    void whatIsTypedIsKeptBeforeAnyButtonIsPressed() {
        String path = hand.begin();
        clerk.get(path);
        upload(path, "cong-van.pdf", fixture.pdf("161"));
        clerk.get(path);
        int seen = hand.draft(path).revision();
        HttpResponse<String> kept = clerk.post(path + "/typed", typed(seen, "161", "Lê Văn Bình"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo(Integer.toString(seen + 1));
        assertThat(hand.draft(path).fields().signer()).isEqualTo("Lê Văn Bình");
        assertThat(hand.draft(path).proposedFields())
                .as("what was read stays yellow, what was typed does not")
                .contains("number")
                .doesNotContain("signer", "subject");
        assertThat(clerk.post(path + "/typed", typed(seen + 1, "161", "Lê Văn Bình"))
                        .body())
                .as("nothing new is no change")
                .isEqualTo(Integer.toString(seen + 1));
        assertThat(clerk.post(path + "/typed", typed(seen, "162", "Ai khác")).statusCode())
                .as("another window was faster")
                .isEqualTo(409);
        assertThat(hand.draft(path).fields().signer()).isEqualTo("Lê Văn Bình");
    }

    private static Map<String, String> typed(int revision, String number, String signer) {
        return Map.of(
                "revision",
                Integer.toString(revision),
                "number",
                number,
                "notation",
                "UBND-VP",
                "subject",
                "Gõ lại trích yếu",
                "signer",
                signer);
    }

    @Test
    void anotherFileIsReadAnewAndANumberThatIsNotInItIsTold() {
        String path = hand.begin();
        clerk.get(path);
        upload(path, "cong-van.pdf", fixture.pdf("163"));
        clerk.get(path);
        String seen = Integer.toString(hand.draft(path).revision());
        clerk.post(path, Map.of("revision", seen, "removeFile", "0", "number", "163", "notation", "UBND-VP"));
        clerk.get(path);
        upload(path, "cong-van.pdf", fixture.pdf("164"));
        assertThat(hand.draft(path).fields().number())
                .as("nobody had confirmed 163")
                .isEqualTo("164");
        hand.fill(path, "165", "H26");
        assertThat(clerk.get(path + "/check").body()).contains("Tệp PDF ghi số 164/UBND-VP, còn bạn điền 165/UBND-VP");
        hand.press(path, "mười sáu", "do", "check");
        assertThat(clerk.get(path + "/check").body())
                .contains("Số phải bắt đầu bằng chữ số")
                .doesNotContain("/send");
        hand.press(path, "164", "do", "check");
        assertThat(clerk.get(path + "/check").body())
                .contains("/send")
                .doesNotContain("còn bạn điền")
                .doesNotContain("??");
    }

    @Test
    void aSubjectThatIsTooLongIsNotCutUnseen() {
        String path = hand.begin();
        clerk.get(path);
        HttpResponse<String> kept =
                clerk.post(path, Map.of("revision", "0", "do", "check", "subject", "dài ".repeat(200)));
        assertThat(kept.headers().firstValue("Location").orElseThrow()).doesNotContain("/check");
        assertThat(clerk.get(path).body()).contains("dài quá 500 ký tự");
        assertThat(hand.draft(path).revision()).as("nothing was stored").isZero();
        clerk.post(path, Map.of("revision", "0", "seal", "0", "subject", "dài ".repeat(200)));
        HttpResponse<String> typed =
                clerk.post(path + "/typed", Map.of("revision", "0", "number", "9", "subject", "dài ".repeat(200)));
        assertThat(typed.statusCode()).as("the page does not forget it then").isEqualTo(422);
        assertThat(hand.draft(path).revision()).isZero();
    }

    @Test
    void aNumberThatWentOutIsSentAgainAsAReplacement() {
        Dossier first = hand.send("166", "H26");
        String path = hand.begin();
        clerk.get(path);
        upload(path, "cong-van.pdf", fixture.pdf("166"));
        upload(path, "phu-luc.txt", "bản đúng".getBytes(StandardCharsets.UTF_8));
        hand.fill(path, "166", "H26", "H39");
        String check = clerk.get(path + "/check").body();
        assertThat(check)
                .contains("Số 166/UBND-VP đã được gửi lúc " + new Times().at(first.receivedAt()))
                .contains("/out-tray/" + first.id() + "\"")
                .doesNotContain("DocumentId:")
                .doesNotContain("??");
        HttpResponse<String> turned = clerk.post(path + "/instead/" + first.id(), Map.of());
        assertThat(SendByHand.path(turned.headers().firstValue("Location").orElseThrow()))
                .startsWith(path);
        assertThat(hand.draft(path).action()).isEqualTo(BusinessAction.REPLACE);
        assertThat(hand.draft(path).files()).hasSize(2);
        assertThat(hand.draft(path).recipients()).hasSize(2);
        assertThat(clerk.get(path).body())
                .contains("Thay thế cho văn bản")
                .contains(first.key().documentId().value());
        hand.press(path, "166", "do", "check");
        hand.press(path);
        Dossier replacement = fixture.sentBy(TrayFixture.WARD).getFirst();
        assertThat(replacement.key().action()).isEqualTo(BusinessAction.REPLACE);
        assertThat(clerk.get("/out-tray/" + replacement.id()).body()).contains("sửa số liệu");
    }

    @Test
    void aButtonPressedAfterTheSessionEndedSaysSo() {
        String path = hand.begin();
        PlainBrowser gone = new PlainBrowser(fixture.console.address());
        gone.get("/login");
        HttpResponse<String> pressed = gone.post(path, Map.of("revision", "0", "do", "save", "number", "1"));
        assertThat(pressed.statusCode()).isEqualTo(403);
        assertThat(pressed.body())
                .contains("Phiên đăng nhập đã kết thúc")
                .contains("Đăng nhập")
                .doesNotContain("??");
        assertThat(hand.draft(path).fields().number()).isEmpty();
        assertThat(pressed.body())
                .as("nothing was said of where it was typed")
                .doesNotContain("được giữ trong trình duyệt");
        for (String keeps : List.of(path, "/out-tray/1/recall", "/in-tray/1/refuse")) {
            assertThat(gone.postFrom(keeps, path).body()).as(keeps).contains("được giữ trong trình duyệt");
        }
        for (String drops : List.of("/in-tray/1", "/in-tray/1/number", "/people", path + "/files/0/seal")) {
            assertThat(gone.postFrom(drops, path).body()).as(drops).doesNotContain("được giữ trong trình duyệt");
        }
        assertThat(clerk.postWithToken(path, Map.of("revision", "0"), "old").body())
                .as("who is logged in is not told that the session ended")
                .contains("Không mở được trang này");
    }

    @Test
    void anUpdateBeginsWithWhatWasSaid() {
        Dossier first = hand.send("140", "H26");
        clerk.get("/out-tray/" + first.id());
        HttpResponse<String> begun = clerk.post("/out-tray/" + first.id() + "/update", Map.of());
        String path = SendByHand.path(begun.headers().firstValue("Location").orElseThrow());
        Draft draft = hand.draft(path);
        assertThat(draft.action()).isEqualTo(BusinessAction.UPDATE);
        assertThat(draft.target()).isEqualTo(first.key().documentId().value());
        assertThat(draft.fields().subject()).isEqualTo("Báo cáo rà soát thủ tục");
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", fixture.pdf("140"));
        hand.fill(path, "một trăm bốn mươi");
        assertThat(clerk.get(path + "/check").body())
                .as("the number is the other document's, however it was written")
                .doesNotContain("Số phải bắt đầu bằng chữ số")
                .contains("/send");
        hand.fill(path, "140");
        HttpResponse<String> sent = hand.press(path);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).doesNotContain("/drafts/");
        assertThat(fixture.sentBy(TrayFixture.WARD).getFirst().key().action()).isEqualTo(BusinessAction.UPDATE);
    }

    @Test
    void aRecallReachesWhomAnUpdateAdded() {
        Dossier first = hand.send("142", "H26");
        HttpResponse<String> begun = clerk.post("/out-tray/" + first.id() + "/update", Map.of());
        String path = SendByHand.path(begun.headers().firstValue("Location").orElseThrow());
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", fixture.pdf("142"));
        hand.fill(path, "142", "H39");
        hand.press(path);
        String recall = "/out-tray/" + first.id() + "/recall";
        assertThat(clerk.get(recall).body()).contains("qua bản cập nhật");
        clerk.post(recall, Map.of("reason", "Sai số liệu"));
        Dossier recalled = fixture.sentBy(TrayFixture.WARD).getFirst();
        assertThat(recalled.key().action()).isEqualTo(BusinessAction.REVOKE);
        assertThat(recalled.recipients())
                .extracting(recipient -> recipient.code().text())
                .containsExactly("H26", "H39");
    }

    @Test
    void theDirectoryIsSearchedAsOneTypesAndExplainsClosedCodes() {
        String found = clerk.get("/out-tray/agencies?find=H39").body();
        assertThat(found)
                .contains("không còn; toàn bộ đã chuyển")
                .contains("Tây Ninh")
                .doesNotContain("<html");
        assertThat(clerk.get("/out-tray/agencies?find=thuan+hoa").body()).contains(TrayFixture.WARD_NAME);
        assertThat(clerk.get("/out-tray/agencies?find=kh%C3%B4ng+c%C3%B3+n%C3%A0y")
                        .body())
                .contains("Không thấy cơ quan");
        String path = hand.begin();
        hand.press(path, "1", "add", "H39");
        hand.press(path, "1", "add", "XX99");
        assertThat(hand.draft(path).recipients())
                .extracting(Object::toString)
                .as("a code that leads nowhere is not added")
                .containsExactly("H39");
        hand.press(path, "1", "remove", "H39");
        assertThat(hand.draft(path).recipients()).isEmpty();
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        String path = hand.begin();
        hand.press(path, "150", "do", "save");
        HttpResponse<String> stale = clerk.post(path, Map.of("revision", "0", "number", "151"));
        assertThat(stale.statusCode()).isEqualTo(302);
        assertThat(hand.draft(path).fields().number()).isEqualTo("150");
        assertThat(clerk.get(path).body()).contains("cửa sổ khác");
        clerk.post(path + "/discard", Map.of());
        assertThat(clerk.get(path).statusCode()).isEqualTo(404);
    }

    private Dossier only(String number) {
        return fixture.sentBy(TrayFixture.WARD).stream()
                .filter(dossier -> dossier.facts().number().equals(number))
                .reduce((one, other) -> {
                    throw new AssertionError("sent twice: " + number);
                })
                .orElseThrow();
    }
}
