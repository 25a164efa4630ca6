package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/** An officer's token at the own desk, as the pages and the signing program meet the gateway, with a real database. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficerDeskPagesTest {

    private static final String OFFICER = "ct.dung";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SignAtDesk program = new SignAtDesk();
    private SealFixture seals;
    private TrayFixture trays;
    private SigningFixture signing;
    private PlainBrowser clerk;
    private PlainBrowser officer;
    private SendByHand hand;
    private DevIdentity token;

    @BeforeAll
    void start(@TempDir Path folder) {
        seals = new SealFixture(folder.resolve("data"));
        trays = seals.trays;
        signing = new SigningFixture(seals, folder);
        signing.officer(OFFICER);
        token = signing.keyAtDesk(OFFICER);
        clerk = trays.browser(TrayFixture.CLERK);
        officer = trays.browser(OFFICER);
        hand = new SendByHand(trays, clerk);
    }

    @AfterAll
    void stop() {
        seals.close();
    }

    private SigningRequest asked(String number, String who) {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf(number));
        hand.press(path, number, "do", "save");
        clerk.get(path + "/signing");
        String revision = Integer.toString(hand.draft(path).revision());
        clerk.post(path + "/signing", Map.of("revision", revision, "officer", who, "note", "", "due", ""));
        return trays.console
                .part(SigningRequests.class)
                .of(hand.draft(path).id())
                .getFirst();
    }

    private SigningRequest now(SigningRequest request) {
        return trays.console.part(SigningRequests.class).find(request.id()).orElseThrow();
    }

    private String draft(SigningRequest request) {
        return "/out-tray/drafts/" + request.draft();
    }

    private static String page(SigningRequest request) {
        return "/approvals/" + request.id();
    }

    private static JsonNode open(PlainBrowser browser, SigningRequest request, String batch) {
        browser.get(page(request));
        HttpResponse<String> answer = browser.post(page(request) + "/desk", Map.of("batch", batch));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private String at(JsonNode opened, String which) {
        return trays.console.address() + opened.get(which).asString();
    }

    private HttpResponse<String> signed(JsonNode opened, DevIdentity by) {
        byte[] pdf = program.fetch(at(opened, "fetch")).body();
        return program.giveBack(at(opened, "giveBack"), SignAtDesk.sign(pdf, by));
    }

    private static String location(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        return to.substring(Math.max(0, to.indexOf("/approvals")));
    }

    private byte[] bytes(StoredBytes stored) {
        try (InputStream in = trays.console.part(Vault.class).read(stored.digest())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theOfficerSignsWithTheTokenAndTheDraftGoesOn() {
        SigningRequest request = asked("601", OFFICER);
        HttpResponse<String> page = officer.get(page(request));
        assertThat(page.body())
                .contains("Ký bằng token tại máy này", "Khóa ký của bạn nằm ở token", page(request) + "/desk")
                .doesNotContain("??", "/approvals/confirm");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self' wss://127.0.0.1:8987;");
        JsonNode opened = open(officer, request, "");
        assertThat(opened.get("function").asString()).isEqualTo("SignApproved");
        byte[] pdf = program.fetch(at(opened, "fetch")).body();
        assertThat(pdf).isEqualTo(bytes(request.bytes().orElseThrow()));
        byte[] signed = SignAtDesk.sign(pdf, token);
        assertThat(program.giveBack(at(opened, "giveBack"), signed).body()).contains("\"Status\":true");
        assertThat(program.giveBack(at(opened, "giveBack"), signed).statusCode())
                .as("twice posted")
                .isEqualTo(404);
        SigningRequest after = now(request);
        assertThat(after.state()).isEqualTo(RequestState.SIGNED);
        assertThat(after.decision().orElseThrow().by()).isEqualTo("USER:" + OFFICER);
        assertThat(bytes(after.bytes().orElseThrow())).isEqualTo(signed);
        assertThat(hand.draft(draft(request)).files().getFirst().bytes())
                .isEqualTo(after.bytes().orElseThrow());
        assertThat(location(officer.get(opened.get("state").asString() + "/done")))
                .isEqualTo(page(request));
        assertThat(officer.get(page(request)).body())
                .contains(
                        "Văn thư thấy ngay",
                        "Đã ký",
                        after.decision()
                                .orElseThrow()
                                .certificate()
                                .orElseThrow()
                                .hex())
                .doesNotContain("??", "Ký bằng token tại máy này");
        assertThat(clerk.get(draft(request)).body()).contains("Đã ký").doesNotContain("??");
        assertThat(trays.console.part(AccessEvents.class).latest(9))
                .extracting(AccessEvent::name)
                .contains("SIGN_ASKED", "SIGNED", AccessAct.DESK_RETURNED.name(), AccessAct.DESK_HANDED_OUT.name())
                .doesNotContain("SIGNING_AUTHORISED");
    }

    @Test
    void anothersCertificateAndWhatWasTakenBackMeanwhileAreRefused() {
        SigningRequest request = asked("611", OFFICER);
        DevIdentity other = seals.pki.official("Người Khác", TrayFixture.WARD_NAME, TrayFixture.WARD, Fate.GOOD);
        JsonNode opened = open(officer, request, "");
        assertThat(signed(opened, other).body()).contains("\"Status\":false", "chứng thư khác");
        assertThat(now(request).isOpen()).isTrue();

        JsonNode again = open(officer, request, "");
        clerk.get(draft(request));
        clerk.post(draft(request) + "/signing/back", Map.of("none", "none"));
        assertThat(signed(again, token).body()).contains("\"Status\":false", "rút lại");
        assertThat(now(request).state()).isEqualTo(RequestState.TAKEN_BACK);
        assertThat(hand.draft(draft(request)).files().getFirst().bytes().digest())
                .isEqualTo(request.asked());
        HttpResponse<String> late = officer.post(page(request) + "/desk", Map.of("batch", ""));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Chưa ký: văn bản đã được rút lại");
    }

    @Test
    void aMandateThatEndedMeanwhileSignsNothing() {
        signing.officer("pct.gia");
        DevIdentity own = signing.keyAtDesk("pct.gia");
        SigningRequest request = asked("621", "pct.gia");
        JsonNode opened = open(trays.browser("pct.gia"), request, "");
        officer.get("/approvals");
        assertThat(officer.post(page(request) + "/desk", Map.of("batch", "")).statusCode())
                .as("another's request")
                .isEqualTo(404);
        AccountMandates mandates = trays.console.part(AccountMandates.class);
        Mandate sign = mandates.of("pct.gia").stream()
                .filter(mandate -> mandate.right() == Right.SIGN)
                .findFirst()
                .orElseThrow();
        mandates.end("pct.gia", sign.endedAt(trays.now()));
        assertThat(signed(opened, own).body()).contains("\"Status\":false", "quyền ký của bạn");
        assertThat(now(request).isOpen()).isTrue();
    }

    private static String shown(SigningRequest request) {
        return request.id() + ":" + request.asked();
    }

    @Test
    void manyAreSignedOneAfterTheOther() {
        SigningRequest one = asked("631", OFFICER);
        SigningRequest two = asked("632", OFFICER);
        String chosen = "id=" + one.id() + "&id=" + two.id();
        officer.get("/approvals");
        assertThat(officer.postForm("/approvals/confirm", chosen).body())
                .contains("từng văn bản được ký một", "Bắt đầu ký lần lượt")
                .doesNotContain("??", "name=\"code\"");
        String first = location(officer.postForm("/approvals/sign", "shown=" + shown(one) + "&shown=" + shown(two)));
        assertThat(first).startsWith(page(one) + "?batch=");
        String batch = first.substring(first.indexOf('=') + 1);
        assertThat(officer.get(first).body())
                .contains("/approvals/batches/" + batch, "/desk?batch=" + batch)
                .doesNotContain("??");
        assertThat(officer.get("/approvals/batches/" + batch).body())
                .contains("Đã ký 0 trên 2 văn bản", "Ký văn bản tiếp theo", page(two) + "?batch=" + batch)
                .doesNotContain("??", "<progress");
        JsonNode opened = open(officer, one, batch);
        assertThat(signed(opened, token).body()).contains("\"Status\":true");
        String next = location(officer.get(opened.get("state").asString() + "/done"));
        assertThat(next).isEqualTo(page(two) + "?batch=" + batch);
        assertThat(officer.get(next).body()).contains("Văn thư thấy ngay", "Ký bằng token tại máy này");
        JsonNode last = open(officer, two, batch);
        assertThat(signed(last, token).body()).contains("\"Status\":true");
        String end = location(officer.get(last.get("state").asString() + "/done"));
        assertThat(end).isEqualTo("/approvals/batches/" + batch);
        assertThat(officer.get(end).body()).contains("Đã ký cả 2 văn bản").doesNotContain("??", "Ký văn bản tiếp theo");
        PlainBrowser other = trays.browser(SigningFixture.OFFICER);
        assertThat(other.get(end).statusCode()).as("another officer's").isEqualTo(404);
    }
}
