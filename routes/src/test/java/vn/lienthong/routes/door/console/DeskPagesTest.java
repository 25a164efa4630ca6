package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.StampIncoming;

/** The agency's token at the clerk's desk, as the pages and the signing program meet the gateway, with a real database. */
@Tag("ci")
class DeskPagesTest extends AtDesk {

    @Test
    void aDraftIsSealedByTheTokenAtTheDeskAndSent() {
        String draft = draft("501");
        HttpResponse<String> page = clerk.get(draft + "/files/0/seal");
        assertThat(page.body())
                .contains("Ký bằng token tại máy này", "/console/desk")
                .doesNotContain("??", "data-page=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self' wss://127.0.0.1:8987;");
        assertThat(clerk.get(draft)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("wss:");
        StoredBytes plain = file(draft).bytes();
        JsonNode opened = open(draft);
        assertThat(opened.get("function").asString()).isEqualTo("SignIssued");
        assertThat(state(opened).get("state").asString()).isEqualTo("OPEN");
        assertThat(program.head(at(opened, "fetch")).statusCode())
                .as("is not to fetch")
                .isEqualTo(403);

        HttpResponse<byte[]> fetched = program.fetch(at(opened, "fetch"));
        assertThat(fetched.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(fetched.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(fetched.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(fetched.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(fetched.body()).isEqualTo(bytes(plain));
        assertThat(program.fetch(at(opened, "fetch")).statusCode()).as("twice").isEqualTo(404);
        assertThat(state(opened).get("state").asString()).isEqualTo("FETCHED");

        byte[] signed = SignAtDesk.sign(fetched.body(), token);
        JsonNode answer =
                MAPPER.readTree(program.giveBack(at(opened, "giveBack"), signed).body());
        assertThat(answer.get("Status").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.get("FileServer").asString()).isEqualTo("cong-van.pdf");
        HttpResponse<String> twice = program.giveBack(at(opened, "giveBack"), signed);
        assertThat(twice.statusCode()).isEqualTo(404);
        assertThat(MAPPER.readTree(twice.body()).get("Status").asBoolean()).isFalse();
        assertThat(state(opened).get("state").asString()).isEqualTo("RETURNED");

        DraftFile sealed = file(draft);
        assertThat(bytes(sealed.bytes())).isEqualTo(signed);
        assertThat(sealed.before()).contains(plain);
        assertThat(sealed.use().orElseThrow().by()).isEqualTo("USER:clerk");
        assertThat(clerk.get(opened.get("state").asString() + "/done").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(draft));
        assertThat(clerk.get(draft).body()).contains("Đã đóng dấu cơ quan");
        assertThat(trays.console.part(AccessEvents.class).latest(9))
                .extracting(AccessEvent::name)
                .contains(AccessAct.SEALED.name(), AccessAct.DESK_RETURNED.name(), AccessAct.DESK_HANDED_OUT.name());
        clerk.get(draft + "/check");
        hand.press(draft);
        Dossier sent = trays.sentBy(TrayFixture.WARD).getFirst();
        assertThat(trays.entries(sent).getFirst().detailJson())
                .as("evidence")
                .contains(sealed.use().orElseThrow().certificate().hex());
    }

    @Test
    void whatIsNotAsAskedIsRefusedWithTheWayOut() {
        String draft = draft("511");
        DevIdentity other = seals.pki.official("Người Khác", TrayFixture.WARD_NAME, TrayFixture.WARD, Fate.GOOD);
        JsonNode opened = open(draft);
        byte[] pdf = program.fetch(at(opened, "fetch")).body();
        HttpResponse<String> answer = program.giveBack(at(opened, "giveBack"), SignAtDesk.sign(pdf, other));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Status\":false", "chứng thư khác");
        assertThat(state(opened).get("text").asString()).contains("chứng thư khác");
        assertThat(state(opened).get("detail").asString()).contains("certificate");

        JsonNode raw = open(draft);
        program.fetch(at(raw, "fetch"));
        assertThat(program.post(at(raw, "giveBack"), "application/pdf", pdf).body())
                .as("as the whole body, unsigned")
                .contains("\"Status\":false", "có thể chưa ký");

        JsonNode large = open(draft);
        program.fetch(at(large, "fetch"));
        byte[] tooMuch = Arrays.copyOf(SignAtDesk.sign(pdf, token), pdf.length + (9 << 20));
        assertThat(program.giveBack(at(large, "giveBack"), tooMuch).body()).contains("lớn hơn nhiều");

        JsonNode none = open(draft);
        program.fetch(at(none, "fetch"));
        assertThat(program.post(
                                at(none, "giveBack"),
                                "multipart/form-data; boundary=x",
                                "--x\r\n\r\nno file\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("không có tệp nào");
        assertThat(file(draft).before()).as("nothing of it became the draft's").isEmpty();
    }

    @Test
    void aDraftThatChangedMeanwhileStaysAsItIs() {
        String draft = draft("521");
        JsonNode opened = open(draft);
        byte[] pdf = program.fetch(at(opened, "fetch")).body();
        hand.press(draft, "522", "do", "save");
        assertThat(program.giveBack(at(opened, "giveBack"), SignAtDesk.sign(pdf, token))
                        .body())
                .contains("\"Status\":false", "đã được người khác sửa");
        assertThat(file(draft).before()).isEmpty();
    }

    @Test
    void whoMayNoLongerSealIsNotTakenAtHisSignature() {
        trays.clerk("vt.roidi");
        trays.mandate("vt.roidi", TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.SEAL);
        PlainBrowser browser = trays.browser("vt.roidi");
        String draft = draft("525");
        JsonNode opened = open(browser, draft);
        byte[] signed = SignAtDesk.sign(program.fetch(at(opened, "fetch")).body(), token);
        AccountMandates mandates = trays.console.part(AccountMandates.class);
        mandates.of("vt.roidi").stream()
                .filter(mandate -> mandate.right() == Right.SEAL)
                .forEach(mandate -> mandates.end("vt.roidi", mandate.endedAt(trays.now())));
        assertThat(program.giveBack(at(opened, "giveBack"), signed).body())
                .contains("\"Status\":false", "không còn quyền đóng dấu");
        trays.mandate(
                "vt.roidi", new Mandate(trays.agency(TrayFixture.WARD), Right.SEAL, trays.now(), Optional.empty()));
        JsonNode again = open(browser, draft);
        program.fetch(at(again, "fetch"));
        trays.console.part(Accounts.class).close("vt.roidi");
        assertThat(program.giveBack(at(again, "giveBack"), signed).statusCode())
                .as("closing the account cancelled it")
                .isEqualTo(404);
        assertThat(file(draft).before()).isEmpty();
    }

    @Test
    void whoGuessesWaitsAndNobodyElse() throws Exception {
        JsonNode opened = open(draft("526"));
        try (HttpClient elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            String guess = trays.console.address() + "/ky-tai-may/" + "A".repeat(43) + "/van-ban.pdf";
            int status = 0;
            for (int i = 0; i < 130 && status != 429; i++) {
                status = status(elsewhere, guess);
            }
            assertThat(status).isEqualTo(429);
            assertThat(status(elsewhere, at(opened, "fetch")))
                    .as("a right address from the same place")
                    .isEqualTo(200);
        }
    }

    @Test
    void aFaultOfOursIsToldInTheProgramsForm() {
        JsonNode opened = open(draft("527"));
        String id = opened.get("state").asString().substring("/desk/".length());
        trays.console
                .part(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update desk_hand_off set bytes_digest = ? where id = cast(? as uuid)", "0".repeat(64), id));
        HttpResponse<byte[]> answer = program.fetch(at(opened, "fetch"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"Status\":false", "bấm ký lại");
    }

    @Test
    void anotherTryEndsTheFirstAndAPersonGivesUp() {
        String draft = draft("531");
        JsonNode first = open(draft);
        JsonNode second = open(draft);
        assertThat(program.fetch(at(first, "fetch")).statusCode()).isEqualTo(404);
        assertThat(state(first).get("state").asString()).isEqualTo("CANCELLED");
        clerk.get(draft + "/files/0/seal");
        JsonNode after = MAPPER.readTree(
                clerk.post(second.get("state").asString() + "/cancel", Map.of()).body());
        assertThat(after.get("text").asString()).contains("Đã thôi ký");
        assertThat(program.fetch(at(second, "fetch")).statusCode()).isEqualTo(404);
        trays.clerk("vt.toomo");
        trays.mandate("vt.toomo", TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.SEAL);
        PlainBrowser other = trays.browser("vt.toomo");
        assertThat(other.get(second.get("state").asString()).statusCode())
                .as("another's")
                .isEqualTo(404);
        assertThat(other.get("/desk/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aReceivedDocumentIsStampedByTheToken() {
        Dossier letter = trays.letter("541");
        String page = "/in-tray/" + trays.copy(letter).id();
        assertThat(clerk.get(page + "/stamp").body())
                .contains("Ký bằng token tại máy này", "name=\"number\"")
                .doesNotContain("??");
        String day = LocalDate.ofInstant(trays.now(), Times.ZONE).toString();
        HttpResponse<String> wrong =
                clerk.post(page + "/stamp/desk", Map.of("number", "mười", "date", day, "file", "0"));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(wrong.body()).contains("Số đến phải là một số");
        HttpResponse<String> right = clerk.post(
                page + "/stamp/desk", Map.of("number", "1", "date", day, "file", "0", "forwarding", "Chủ tịch"));
        JsonNode opened = MAPPER.readTree(right.body());
        assertThat(opened.get("function").asString()).isEqualTo("SignIncome");
        assertThat(opened.get("number").asString()).isEqualTo("1");
        byte[] pdf = program.fetch(at(opened, "fetch")).body();
        assertThat(program.giveBack(at(opened, "giveBack"), SignAtDesk.sign(pdf, token))
                        .body())
                .contains("\"Status\":true");
        assertThat(trays.console.part(StampIncoming.class).of(trays.copy(letter).id()))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.number().text()).isEqualTo("1");
                    assertThat(file.forwarding()).isEqualTo("Chủ tịch");
                    assertThat(file.by()).isEqualTo("USER:clerk");
                });
        assertThat(trays.entries(letter).getLast().event()).isEqualTo(EvidenceEvent.STAMPED);
    }

    @Test
    void aNumberThatWasTakenMeanwhileIsTold() {
        trays.clerk("vt.nhanh");
        trays.mandate("vt.nhanh", TrayFixture.WARD, Right.COLLECT, Right.STATUS, Right.SEAL);
        PlainBrowser other = trays.browser("vt.nhanh");
        JsonNode slow = stamp(clerk, trays.letter("546"));
        JsonNode quick = stamp(other, trays.letter("547"));
        byte[] slowly = SignAtDesk.sign(program.fetch(at(slow, "fetch")).body(), token);
        byte[] quickly = SignAtDesk.sign(program.fetch(at(quick, "fetch")).body(), token);
        assertThat(program.giveBack(at(quick, "giveBack"), quickly).body()).contains("\"Status\":true");
        assertThat(program.giveBack(at(slow, "giveBack"), slowly).body())
                .contains("\"Status\":false", "Số đến này đã được dùng cho văn bản khác");
        JsonNode state = state(slow);
        assertThat(state.get("text").asString()).contains("Hãy chọn số khác");
        assertThat(state.get("detail").asString()).isEmpty();
    }

    @Test
    void sealingAtTheGatewaySaysWhereTheSealIs() {
        String draft = draft("551");
        HttpResponse<String> sealed = clerk.post(
                draft + "/files/0/seal",
                Map.of("revision", Integer.toString(hand.draft(draft).revision())));
        assertThat(sealed.body()).contains("Con dấu của cơ quan nằm ở token");
        assertThat(file(draft).before()).isEmpty();
    }
}
