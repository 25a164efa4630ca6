package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        assertThat(clerk.get("/out-tray/" + dossier.id()).body()).contains("Văn bản liên quan");
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
