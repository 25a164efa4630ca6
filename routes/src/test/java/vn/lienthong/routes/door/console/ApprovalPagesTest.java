package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.approval.Standing;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.routes.platform.JudgeInUse;

/** A clerk puts drafts before an officer, who reads them and signs them one by one or all at once, or sends them back. */
@Tag("ci")
class ApprovalPagesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SealFixture seals;

    @SuppressWarnings("NullAway.Init")
    private static TrayFixture trays;

    @SuppressWarnings("NullAway.Init")
    private static SigningFixture signing;

    @SuppressWarnings("NullAway.Init")
    private static PlainBrowser clerk;

    @SuppressWarnings("NullAway.Init")
    private static PlainBrowser officer;

    @SuppressWarnings("NullAway.Init")
    private static SendByHand hand;

    @BeforeAll
    static void open() {
        seals = new SealFixture(folder.resolve("data"));
        trays = seals.trays;
        signing = new SigningFixture(seals, folder);
        clerk = trays.browser(TrayFixture.CLERK);
        officer = trays.browser(SigningFixture.OFFICER);
        hand = new SendByHand(trays, clerk);
    }

    @AfterAll
    static void close() {
        seals.close();
    }

    private static String draft(String number) {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf(number));
        hand.press(path, number, "do", "save");
        return path;
    }

    private static SigningRequest asked(String path, String who) {
        clerk.get(path + "/signing");
        clerk.post(
                path + "/signing",
                Map.of(
                        "revision",
                        Integer.toString(hand.draft(path).revision()),
                        "officer",
                        who,
                        "note",
                        "Kính trình <đồng chí>",
                        "due",
                        ""));
        return request(path);
    }

    private static SigningRequest request(String path) {
        return trays.console
                .part(SigningRequests.class)
                .of(hand.draft(path).id())
                .getFirst();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String sign(PlainBrowser browser, String code, SigningRequest... all) {
        StringBuilder form = new StringBuilder("code=" + code);
        for (SigningRequest one : all) {
            form.append("&shown=").append(one.id()).append("%3A").append(one.asked());
        }
        browser.get("/approvals");
        HttpResponse<String> answer = browser.postForm("/approvals/sign", form.toString());
        String to = location(answer);
        return to.isEmpty() ? answer.body() : path(to);
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/approvals"));
    }

    private static String finished(PlainBrowser browser, String batch) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String page = browser.get(batch).body();
        while (page.contains("<progress") && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            page = browser.get(batch).body();
        }
        return page;
    }

    @Test
    void twoOfficersSignOneDocumentAfterEachOtherAndBothStand() throws Exception {
        signing.officer("pct.binh");
        signing.key("pct.binh");
        String draft = draft("151");
        SigningRequest first = asked(draft, SigningFixture.OFFICER);
        assertThat(finished(officer, sign(officer, "", first))).contains("Đã ký");
        SigningRequest second = asked(draft, "pct.binh");
        assertThat(second.asked()).as("what the first one signed").isNotEqualTo(first.asked());
        PlainBrowser other = trays.browser("pct.binh");
        assertThat(finished(other, sign(other, "", second))).contains("Đã ký");
        assertThat(trays.console.part(SigningStands.class).of(hand.draft(draft)).values())
                .containsExactly(Standing.SIGNED, Standing.SIGNED);
        clerk.get(draft + "/files/0/seal");
        clerk.post(
                draft + "/files/0/seal",
                Map.of("revision", Integer.toString(hand.draft(draft).revision())));
        assertThat(verdicts(hand.draft(draft).files().getFirst()))
                .as("two officers and the seal")
                .hasSize(3)
                .allSatisfy(verdict -> assertThat(verdict.facts().integrity()).isEqualTo(Integrity.INTACT));
    }

    @Test
    void manyAreSignedAtOnceSealedOverAThirdAndSent() throws Exception {
        String one = draft("101");
        String two = draft("102");
        assertThat(clerk.get(one).body()).contains("Trình ký").doesNotContain("??");
        assertThat(clerk.get(one + "/signing").body())
                .contains("Trình lãnh đạo ký", SigningFixture.OFFICER)
                .doesNotContain("??");
        SigningRequest first = asked(one, SigningFixture.OFFICER);
        SigningRequest second = asked(two, SigningFixture.OFFICER);
        assertThat(clerk.get(one).body()).contains("Rút lại", "Đang chờ ký").doesNotContain("??", "name=\"subject\"");
        assertThat(clerk.get("/out-tray").body()).contains("Đang chờ ký");
        assertThat(clerk.postBytes(one + "/files?name=b.pdf", trays.pdf("103")).statusCode())
                .as("frozen")
                .isEqualTo(409);
        assertThat(officer.get("/approvals").body())
                .contains("Kính trình &lt;đồng chí&gt;", "Báo cáo rà soát thủ tục")
                .doesNotContain("??");
        String page = officer.get("/approvals/" + first.id()).body();
        assertThat(page)
                .contains("data-show=\"/approvals/" + first.id() + "/files/0\"")
                .doesNotContain("??");
        assertThat(officer.get("/approvals/" + first.id() + "/files/0").body()).startsWith("%PDF");
        officer.get("/approvals");
        assertThat(officer.postForm("/approvals/confirm", "id=" + first.id() + "&id=" + second.id())
                        .body())
                .contains("Ký 2 văn bản", first.asked().hex())
                .doesNotContain("??");
        String batch = finished(officer, sign(officer, "", first, second));
        assertThat(batch).contains("Đã ký cả 2 văn bản").doesNotContain("??");
        assertThat(request(one).state()).isEqualTo(RequestState.SIGNED);
        assertThat(officer.get("/approvals?tab=done").body()).contains("Đã ký").doesNotContain("??");
        assertThat(clerk.get(one).body()).contains("Đã ký").doesNotContain("??");

        clerk.get(one + "/files/0/seal");
        clerk.post(
                one + "/files/0/seal",
                Map.of("revision", Integer.toString(hand.draft(one).revision())));
        DraftFile sealed = hand.draft(one).files().getFirst();
        assertThat(sealed.before()).isPresent();
        assertThat(verdicts(sealed))
                .hasSize(2)
                .allSatisfy(verdict -> assertThat(verdict.facts().integrity()).isEqualTo(Integrity.INTACT));
        hand.fill(one, "101", TrayFixture.SENDER);
        assertThat(location(hand.press(one))).doesNotContain("/drafts/");
        assertThat(officer.get("/approvals/" + first.id()).statusCode()).isEqualTo(200);
        assertThat(trays.console.part(AccessEvents.class).latest(60))
                .extracting(event -> event.name())
                .contains("SIGNING_REQUESTED", "SIGNING_AUTHORISED", "SIGN_ASKED", "SIGNED");
    }

    private static List<SignatureVerdict> verdicts(DraftFile file) throws java.io.IOException {
        Vault vault = trays.console.part(Vault.class);
        return trays.console
                .part(JudgeInUse.class)
                .judge()
                .judge(
                        SignedFile.of(
                                file.name(),
                                file.bytes().length(),
                                () -> vault.read(file.bytes().digest())),
                        List.of(),
                        trays.now())
                .reports()
                .getFirst()
                .verdicts();
    }

    @Test
    void whatIsRefusedComesBackWithTheReasonAndWhatIsTakenBackIsNotSigned() {
        String path = draft("201");
        SigningRequest request = asked(path, SigningFixture.OFFICER);
        officer.get("/approvals/" + request.id());
        assertThat(officer.post("/approvals/" + request.id() + "/refuse", Map.of("reason", " "))
                        .body())
                .contains("Hãy ghi lý do");
        officer.post("/approvals/" + request.id() + "/refuse", Map.of("reason", "sai <căn cứ>"));
        assertThat(clerk.get(path).body())
                .contains("sai &lt;căn cứ&gt;", "Trình ký")
                .doesNotContain("??");
        SigningRequest again = asked(path, SigningFixture.OFFICER);
        clerk.get(path);
        clerk.post(path + "/signing/back", Map.of("none", "none"));
        assertThat(request(path).state()).isEqualTo(RequestState.TAKEN_BACK);
        assertThat(sign(officer, "", again)).isEqualTo("/approvals");
        assertThat(officer.get("/approvals").body()).contains("Chưa ký gì").doesNotContain("??");
        hand.press(path, "202", "do", "save");
        assertThat(hand.draft(path).fields().number()).isEqualTo("202");
    }

    @Test
    void nobodyElseReadsOrSignsAndAMandateThatEndedIsTold() {
        signing.officer("pct.binh");
        String path = draft("301");
        SigningRequest request = asked(path, "pct.binh");
        for (String who : List.of(SigningFixture.OFFICER, TrayFixture.CLERK)) {
            PlainBrowser other = trays.browser(who);
            for (String page : List.of("/approvals/" + request.id(), "/approvals/" + request.id() + "/files/0")) {
                assertThat(other.get(page).statusCode()).as(who + page).isIn(403, 404);
            }
        }
        assertThat(sign(officer, "", request)).isEqualTo("/approvals");
        PlainBrowser deputy = trays.browser("pct.binh");
        assertThat(deputy.get("/approvals/" + request.id()).statusCode()).isEqualTo(200);
        AccountMandates mandates = trays.console.part(AccountMandates.class);
        Mandate sign = mandates.of("pct.binh").stream()
                .filter(mandate -> mandate.right() == Right.SIGN)
                .findFirst()
                .orElseThrow();
        mandates.end("pct.binh", sign.endedAt(trays.now()));
        assertThat(deputy.get("/approvals").body())
                .contains("Bạn không còn quyền ký")
                .doesNotContain("??");
        assertThat(deputy.get("/approvals/" + request.id()).statusCode()).isEqualTo(404);
        assertThat(sign(deputy, "", request)).isEqualTo("/approvals");
        assertThat(request(path).isOpen()).isTrue();
    }

    @Test
    void whoHasASecondFactorShowsItAndWhoHasNoKeyIsToldSo() throws Exception {
        signing.officer("pct.chi");
        PlainBrowser careful = trays.browser("pct.chi");
        careful.get("/me");
        Phone phone = Phone.of(careful.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD))
                .body());
        careful.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD, "code", phone.code(0)));
        assertThat(trays.console.part(Factors.class).exists("pct.chi")).isTrue();
        SigningRequest request = asked(draft("401"), "pct.chi");
        assertThat(sign(careful, "", request)).contains("Hãy gõ mã xác thực").doesNotContain("??");
        assertThat(sign(careful, "000000", request)).contains("Mã không đúng");
        String batch = sign(careful, phone.code(1), request);
        assertThat(batch).startsWith("/approvals/batches/");
        assertThat(finished(careful, batch)).contains("bạn chưa có khóa ký").doesNotContain("??");
        assertThat(officer.get(batch).statusCode()).as("another officer's").isEqualTo(404);
    }
}
