package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.EnterIncoming;
import vn.lienthong.gateway.tray.StampIncoming;
import vn.lienthong.gateway.tray.StampedFile;

/** The agency's seal and the incoming stamp, as a clerk's browser meets them, on a gateway with a real database. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealPagesTest {

    private SealFixture seals;
    private TrayFixture trays;
    private PlainBrowser clerk;
    private SendByHand hand;

    @BeforeAll
    void start(@TempDir Path folder) {
        seals = new SealFixture(folder.resolve("data"));
        trays = seals.trays;
        clerk = trays.browser(TrayFixture.CLERK);
        hand = new SendByHand(trays, clerk);
    }

    @AfterAll
    void stop() {
        seals.close();
    }

    private static String query(Map<String, String> fields) {
        StringBuilder query = new StringBuilder("?do=check");
        fields.forEach((name, value) ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private String path(Dossier letter) {
        return "/in-tray/" + trays.copy(letter).id();
    }

    private List<StampedFile> stamped(Dossier letter) {
        return trays.console.part(StampIncoming.class).of(trays.copy(letter).id());
    }

    private Map<String, String> stamp(String number) {
        return new LinkedHashMap<>(Map.of(
                "number",
                number,
                "date",
                LocalDate.ofInstant(trays.now(), Times.ZONE).toString(),
                "forwarding",
                "",
                "file",
                "0"));
    }

    private String next() {
        return trays.console
                .part(EnterIncoming.class)
                .next(
                        trays.agency(TrayFixture.WARD),
                        LocalDate.ofInstant(trays.now(), Times.ZONE).getYear())
                .text();
    }

    private byte[] bytes(StoredBytes stored) {
        try (InputStream in = trays.console.part(Vault.class).read(stored.digest())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    @Test
    void aReceivedDocumentIsStampedBesideWhatWasReceived() {
        Dossier letter = trays.letter("601");
        String page = clerk.get(path(letter)).body();
        assertThat(page).contains("Đóng dấu đến").doesNotContain("Bản có dấu đến");
        String form = clerk.get(path(letter) + "/stamp").body();
        assertThat(form).contains("name=\"number\"").contains("data-page=\"1\"").doesNotContain("??");
        Map<String, String> fields = stamp("41");
        fields.put("forwarding", "Chủ tịch & bộ phận <một cửa>");
        String check = clerk.get(path(letter) + "/stamp" + query(fields)).body();
        assertThat(check)
                .contains("Xem lại rồi đóng dấu đến")
                .contains("41/")
                .contains("&lt;một cửa&gt;")
                .doesNotContain("??");
        assertThat(stamped(letter)).as("looking records nothing").isEmpty();

        fields.putAll(Map.of("page", "1", "left", "20,5", "top", "60"));
        assertThat(location(clerk.post(path(letter) + "/stamp", fields))).endsWith(path(letter));
        StampedFile file = stamped(letter).getFirst();
        assertThat(file.by()).isEqualTo("USER:clerk");
        assertThat(file.number().text()).isEqualTo("41");
        byte[] pdf = bytes(file.bytes());
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("ETSI.CAdES.detached");
        Entry entry = trays.entries(letter).getLast();
        assertThat(entry.event()).isEqualTo(EvidenceEvent.STAMPED);
        assertThat(entry.actor()).isEqualTo("USER:clerk");
        assertThat(entry.detailJson())
                .contains(file.bytes().digest().hex())
                .contains(trays.copy(letter).id().toString());
        assertThat(trays.dossier(letter.id()).bytes()).as("what was received").isEqualTo(letter.bytes());

        String after = clerk.get(path(letter)).body();
        assertThat(after)
                .contains("Bản có dấu đến")
                .contains("Số đến 41/")
                .contains("Đóng dấu đến")
                .doesNotContain("??");
        HttpResponse<String> download = clerk.get(path(letter) + "/stamped/0");
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/pdf");
        assertThat(download.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(pdf.length);
        assertThat(clerk.get(path(letter) + "/stamped/1").statusCode()).isEqualTo(404);
        trays.console.account("cv.phuong", Role.OFFICER);
        trays.mandate("cv.phuong", TrayFixture.WARD, Right.COLLECT);
        PlainBrowser officer = trays.browser("cv.phuong");
        assertThat(officer.get(path(letter)).body()).contains("Bản có dấu đến").doesNotContain("Đóng dấu đến lần nữa");
        assertThat(officer.get(path(letter) + "/stamped/0").statusCode()).isEqualTo(200);
        assertThat(officer.get(path(letter) + "/stamp").statusCode()).isEqualTo(403);
        assertThat(clerk.get(path(trays.letter("602")) + "/stamp").body())
                .as("the next number is proposed")
                .contains("value=\"" + next() + "\"");
    }

    @Test
    void aNumberIsOneDocumentsAndASecondStampIsAskedFor() {
        Dossier one = trays.letter("611");
        Dossier other = trays.letter("612");
        clerk.get(path(one) + "/stamp");
        clerk.post(path(one) + "/stamp", stamp("7"));
        assertThat(stamped(one)).hasSize(1);
        assertThat(clerk.post(path(other) + "/stamp", stamp("007")).body()).contains("đã được dùng cho văn bản khác");
        assertThat(stamped(other)).isEmpty();
        assertThat(clerk.get(path(other) + "/stamp" + query(stamp("7"))).body())
                .contains("đã được dùng cho văn bản khác")
                .doesNotContain("Xem lại rồi");
        assertThat(clerk.post(path(one) + "/stamp", stamp("7")).body()).contains("tôi muốn đóng thêm một bản nữa");
        assertThat(stamped(one)).hasSize(1);
        Map<String, String> again = stamp("7");
        again.put("again", "1");
        assertThat(location(clerk.post(path(one) + "/stamp", again))).endsWith(path(one));
        assertThat(stamped(one)).hasSize(2);
    }

    @Test
    void whatIsTypedWrongIsSaid() {
        Dossier letter = trays.letter("621");
        clerk.get(path(letter) + "/stamp");
        Map<String, String> wrong = stamp("mười hai");
        wrong.putAll(Map.of("date", "2999-01-01", "page", "x", "left", "1", "top", "1"));
        String page = clerk.post(path(letter) + "/stamp", wrong).body();
        assertThat(page)
                .contains("Số đến phải là một số")
                .contains("Ngày đến phải là một ngày")
                .contains("Vị trí phải là");
        Map<String, String> beyond = stamp("77");
        beyond.putAll(Map.of("page", "99", "left", "1", "top", "1"));
        assertThat(clerk.post(path(letter) + "/stamp", beyond).body())
                .contains("Không đóng dấu được vào tệp này ở chỗ đó");
        Map<String, String> noFile = stamp("77");
        noFile.put("file", "7");
        assertThat(clerk.post(path(letter) + "/stamp", noFile).statusCode())
                .as("no file of it")
                .isEqualTo(404);
        assertThat(clerk.get(path(letter) + "/stamp?file=1&number=1").statusCode())
                .isEqualTo(200);
        assertThat(stamped(letter)).isEmpty();
    }

    @Test
    void aSealedDraftIsSentAsSealedByTheAgency() {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf("701"));
        clerk.postBytes(path + "/files?name=phu-luc.pdf", trays.pdf("702"));
        clerk.postBytes(path + "/files?name=phu-luc.txt", "phụ lục".getBytes(StandardCharsets.UTF_8));
        hand.fill(path, "701", "H26");
        assertThat(clerk.get(path + "/check").body())
                .contains("Hãy đóng dấu cơ quan trước khi gửi")
                .contains(path + "/files/0/seal");
        StoredBytes plain = hand.draft(path).files().getFirst().bytes();
        assertThat(clerk.get(path + "/files/0/seal").body())
                .contains("name=\"left\"")
                .doesNotContain("??");
        String check = clerk.get(path + "/files/0/seal?do=check&page=1&left=100&top=200")
                .body();
        assertThat(check)
                .contains("Xem lại rồi đóng dấu cơ quan")
                .contains("cách mép trái 100.0 mm")
                .doesNotContain("??");
        seal(path, 0);
        assertThat(hand.draft(path).files().getFirst().before()).contains(plain);
        assertThat(clerk.get(path).body()).contains("Đã đóng dấu").contains("Gỡ con dấu");

        hand.press(path, "701", "unseal", "0");
        assertThat(hand.draft(path).files().getFirst().bytes()).isEqualTo(plain);
        assertThat(hand.draft(path).files().getFirst().before()).isEmpty();

        seal(path, 0);
        assertThat(clerk.get(path + "/files/1/seal").body()).contains("góc trên bên phải");
        seal(path, 1);
        assertThat(clerk.get(path + "/files/2/seal").statusCode()).as("no PDF").isEqualTo(302);
        String sendable = clerk.get(path + "/check").body();
        assertThat(sendable).contains("Mọi chữ ký số trên văn bản đều hợp lệ").doesNotContain("chỉ coi là gửi để biết");
        DraftFile main = hand.draft(path).files().get(0);
        DraftFile annex = hand.draft(path).files().get(1);
        hand.press(path);
        Dossier sent = trays.sentBy(TrayFixture.WARD).getFirst();
        assertThat(sent.facts().number()).isEqualTo("701");
        assertThat(sent.marks()).doesNotContain(Mark.FOR_INFORMATION);
        theFirstEntrySaysWhoSealed(sent, main, annex);
        assertThat(VerificationView.read(sent.verificationJson()))
                .filteredOn(report -> report.subject().endsWith(".pdf"))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.signatures())
                        .singleElement()
                        .satisfies(signature -> {
                            assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED.name());
                            assertThat(signature.code()).isEqualTo(TrayFixture.WARD);
                        }));
        assertThat(journal(AccessAct.SEALED))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(event -> assertThat(event.actor()).isEqualTo("USER:clerk"));
    }

    private void theFirstEntrySaysWhoSealed(Dossier sent, DraftFile... files) {
        Entry first = trays.entries(sent).getFirst();
        String certificate = trays.console
                .part(AgencySeals.class)
                .of(trays.agency(TrayFixture.WARD), trays.now())
                .orElseThrow()
                .certificate()
                .facts()
                .certificate()
                .hex();
        assertThat(first.event()).isEqualTo(EvidenceEvent.SUBMISSION_ACCEPTANCE);
        assertThat(first.detailJson()).contains("\"sealed\":[{\"file\":\"cong-van.pdf\",\"by\":\"USER:clerk\"");
        for (DraftFile file : files) {
            assertThat(first.detailJson())
                    .contains(file.bytes().digest().hex())
                    .contains("\"at\":\"" + file.use().orElseThrow().at() + "\",\"certificate\":\"" + certificate
                            + "\",\"agency\":\"" + trays.agency(TrayFixture.WARD));
        }
    }

    private List<AccessEvent> journal(AccessAct act) {
        return trays.console.part(AccessEvents.class).latest(1_000).stream()
                .filter(event -> event.act().equals(Optional.of(act)))
                .toList();
    }

    private void seal(String path, int file) {
        clerk.get(path);
        HttpResponse<String> sealed = clerk.post(
                path + "/files/" + file + "/seal",
                Map.of("revision", Integer.toString(hand.draft(path).revision())));
        assertThat(location(sealed)).endsWith(path);
        assertThat(hand.draft(path).files().get(file).before()).isPresent();
    }

    @Test
    void twoWindowsDoNotSealWhatWasNotLookedAt() {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf("711"));
        int seen = hand.draft(path).revision();
        hand.press(path, "711", "do", "save");
        clerk.get(path);
        clerk.post(path + "/files/0/seal", Map.of("revision", Integer.toString(seen)));
        assertThat(hand.draft(path).files().getFirst().before()).isEmpty();
        assertThat(clerk.get(path).body()).contains("cửa sổ khác");
    }

    @Test
    void aFileWithAScriptIsNotSealedAndTheClerkIsToldWhy() {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", withScript(trays.pdf("721")));
        String page = clerk.get(path + "/files/0/seal").body();
        assertThat(page).contains("Chưa đóng dấu được vì trong tệp").doesNotContain("??");
        assertThat(Pattern.compile("SIGNING_[A-Z_]+").matcher(page).results().map(MatchResult::group))
                .as("for the script alone")
                .containsOnly("SIGNING_SCRIPT");
        clerk.post(
                path + "/files/0/seal",
                Map.of("revision", Integer.toString(hand.draft(path).revision())));
        assertThat(hand.draft(path).files().getFirst().before()).isEmpty();
    }

    /** A sound file in all else. */
    private static byte[] withScript(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMandateThatEndedAndAnOfficerSealNothing() {
        Instant now = trays.now();
        trays.clerk("vt.hetquyen");
        trays.mandate("vt.hetquyen", TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.STATUS);
        trays.mandate(
                "vt.hetquyen",
                new Mandate(
                        trays.agency(TrayFixture.WARD),
                        Right.SEAL,
                        now.minusSeconds(3600),
                        Optional.of(now.minusSeconds(1))));
        trays.console.account("cv.coquyen", Role.OFFICER);
        trays.mandate("cv.coquyen", TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.STATUS, Right.SEAL);
        Dossier letter = trays.letter("633");
        clerk.get(path(letter));
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf("634"));
        Map.of("vt.hetquyen", 404, "cv.coquyen", 403).forEach((name, no) -> {
            PlainBrowser other = trays.browser(name);
            assertThat(other.get(path(letter)).body()).doesNotContain("Đóng dấu đến");
            for (String page : List.of(path(letter) + "/stamp", path + "/files/0/seal")) {
                assertThat(other.get(page).statusCode()).as(name + page).isEqualTo(no);
            }
            assertThat(other.post(path(letter) + "/stamp", stamp("901")).statusCode())
                    .isEqualTo(no);
            assertThat(other.post(path + "/files/0/seal", Map.of("revision", "2"))
                            .statusCode())
                    .isEqualTo(no);
        });
        assertThat(stamped(letter)).isEmpty();
        assertThat(hand.draft(path).files().getFirst().before()).isEmpty();
    }

    @Test
    void withoutTheRightNothingIsSealed() {
        trays.clerk("vt.khongdau");
        trays.mandate("vt.khongdau", TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.STATUS);
        trays.clerk("vt.daucaptren");
        trays.mandate("vt.daucaptren", TrayFixture.WARD, Right.COLLECT, Right.SEND);
        trays.mandate("vt.daucaptren", "H57", Right.SEAL);
        Dossier letter = trays.letter("631");
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf("632"));
        for (String name : List.of("vt.khongdau", "vt.daucaptren")) {
            PlainBrowser other = trays.browser(name);
            assertThat(other.get(path(letter)).body()).doesNotContain("Đóng dấu đến");
            assertThat(other.get(path(letter) + "/stamp").statusCode()).isEqualTo(404);
            assertThat(other.post(path(letter) + "/stamp", stamp("900")).statusCode())
                    .isEqualTo(404);
            assertThat(other.get(path).body()).doesNotContain("Đóng dấu cơ quan");
            assertThat(other.get(path + "/files/0/seal").statusCode()).isEqualTo(404);
            assertThat(other.post(path + "/files/0/seal", Map.of("revision", "1"))
                            .statusCode())
                    .isEqualTo(404);
        }
        trays.clerk("vt.chidau");
        trays.mandate("vt.chidau", TrayFixture.WARD, Right.SEAL);
        PlainBrowser sealing = trays.browser("vt.chidau");
        for (String nothing : List.of(path(letter), path(letter) + "/stamp", path, path + "/files/0/seal")) {
            assertThat(sealing.get(nothing).statusCode())
                    .as("to seal is not to read: " + nothing)
                    .isEqualTo(404);
        }
        assertThat(stamped(letter)).isEmpty();
    }

    @Test
    void whoHasASecondFactorShowsItBeforeSealing() {
        String name = "vt.haibuoc";
        trays.clerk(name);
        trays.mandate(name, TrayFixture.WARD, Right.COLLECT, Right.SEND, Right.STATUS, Right.SEAL);
        PlainBrowser careful = trays.browser(name);
        careful.get("/me");
        Phone phone = Phone.of(careful.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD))
                .body());
        careful.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD, "code", phone.code(0)));
        assertThat(trays.console.part(Factors.class).exists(name)).isTrue();
        Dossier letter = trays.letter("641");
        assertThat(careful.get(path(letter) + "/stamp" + query(stamp("21"))).body())
                .contains("name=\"code\"");
        assertThat(careful.post(path(letter) + "/stamp", stamp("21")).body()).contains("Hãy gõ mã xác thực");
        Map<String, String> wrong = stamp("21");
        wrong.put("code", "000000");
        assertThat(careful.post(path(letter) + "/stamp", wrong).body()).contains("Mã không đúng");
        assertThat(stamped(letter)).isEmpty();
        Map<String, String> right = stamp("21");
        right.put("code", phone.code(1));
        assertThat(location(careful.post(path(letter) + "/stamp", right))).endsWith(path(letter));
        assertThat(stamped(letter)).hasSize(1);
        Dossier next = trays.letter("642");
        assertThat(careful.get(path(next) + "/stamp" + query(stamp("22"))).body())
                .as("for a while it counts")
                .doesNotContain("name=\"code\"");
    }

    @Test
    void aNumberFarAboveTheNextIsAskedAbout() {
        Dossier letter = trays.letter("661");
        Map<String, String> typed = stamp("9000");
        assertThat(clerk.get(path(letter) + "/stamp" + query(typed)).body()).contains("lớn hơn nhiều", "name=\"far\"");
        assertThat(clerk.post(path(letter) + "/stamp", typed).body()).contains("lớn hơn nhiều");
        assertThat(stamped(letter)).isEmpty();
    }

    /** Decree 30/2020/NĐ-CP Art 22: entered the day it came, by a clerk who need not hold the seal. */
    @Test
    void aDocumentIsEnteredWithoutASealAndAWrongNumberMadeVoid() {
        trays.clerk("vt.vaoso");
        trays.mandate("vt.vaoso", TrayFixture.WARD, Right.COLLECT, Right.STATUS);
        PlainBrowser registrar = trays.browser("vt.vaoso");
        Dossier letter = trays.letter("671");
        assertThat(registrar.get(path(letter)).body()).contains("Vào số đến").doesNotContain("Đóng dấu đến");
        String proposed = next();
        assertThat(registrar.get(path(letter) + "/number").body())
                .contains("value=\"" + proposed + "\"")
                .doesNotContain("??");
        assertThat(registrar.post(path(letter) + "/number", stamp("số")).body()).contains("Số đến phải là một số");
        assertThat(registrar.post(path(letter) + "/number", stamp("9000")).body())
                .contains("lớn hơn nhiều", "name=\"far\"");
        Map<String, String> far = stamp("9000");
        far.put("far", "yes");
        assertThat(location(registrar.post(path(letter) + "/number", far))).endsWith(path(letter));
        assertThat(registrar.get(path(letter)).body()).contains("9000/").contains("Số đến: xem, hủy");
        assertThat(trays.entries(letter).getLast().event()).isEqualTo(EvidenceEvent.NUMBERED);
        assertThat(next()).isEqualTo("9001");

        assertThat(clerk.get(path(letter) + "/stamp").body()).contains("value=\"9000\"");
        assertThat(clerk.post(path(letter) + "/stamp", stamp(proposed)).body())
                .contains("đã vào số đến 9000/")
                .doesNotContain("??");
        assertThat(stamped(letter)).isEmpty();

        registrar.get(path(letter) + "/number");
        Map<String, String> wrong = new LinkedHashMap<>(
                Map.of("number", "9000", "year", stamp("1").get("date").substring(0, 4)));
        assertThat(registrar.post(path(letter) + "/number/void", wrong).body())
                .contains("name=\"reason\"", "role=\"alert\"");
        wrong.put("reason", "gõ nhầm <số>");
        assertThat(location(registrar.post(path(letter) + "/number/void", wrong)))
                .endsWith(path(letter));
        assertThat(registrar.get(path(letter)).body())
                .contains("Đã hủy")
                .contains("gõ nhầm &lt;số&gt; (vt.vaoso")
                .doesNotContain("??");
        assertThat(trays.entries(letter).getLast().event()).isEqualTo(EvidenceEvent.NUMBER_VOIDED);
        assertThat(next()).isEqualTo(proposed);
        clerk.get(path(letter) + "/stamp");
        assertThat(clerk.post(path(letter) + "/stamp", stamp("9000")).body()).contains("hoặc đã hủy");
        assertThat(location(clerk.post(path(letter) + "/stamp", stamp(proposed))))
                .endsWith(path(letter));
        assertThat(stamped(letter)).hasSize(1);

        assertThat(registrar.get(path(letter) + "/number").body())
                .as("who may not stamp does not undo it")
                .contains("chỉ người có quyền đóng dấu")
                .doesNotContain("name=\"reason\"");
        wrong.put("number", proposed);
        registrar.post(path(letter) + "/number/void", wrong);
        assertThat(listOfStamped(registrar, letter)).doesNotContain("Đã hủy");
        clerk.get(path(letter) + "/number");
        assertThat(location(clerk.post(path(letter) + "/number/void", wrong))).endsWith(path(letter));
        assertThat(listOfStamped(clerk, letter)).contains("Đã hủy");
    }

    private String listOfStamped(PlainBrowser browser, Dossier letter) {
        String page = browser.get(path(letter)).body();
        int begin = page.indexOf("id=\"stamped\"");
        return page.substring(begin, page.indexOf("</section>", begin));
    }

    @Test
    void withoutASealTheWayOutIsSaid() {
        AgencySeals all = trays.console.part(AgencySeals.class);
        AgencySeal seal = all.of(trays.agency(TrayFixture.WARD), trays.now()).orElseThrow();
        all.end(seal.id(), trays.now());
        try {
            Dossier letter = trays.letter("651");
            assertThat(clerk.get(path(letter) + "/stamp").body()).contains("Cơ quan chưa có con dấu số");
            assertThat(clerk.post(path(letter) + "/stamp", stamp("651")).body()).contains("Cơ quan chưa có con dấu số");
            assertThat(stamped(letter)).isEmpty();
        } finally {
            seals.add(TrayFixture.WARD, TrayFixture.WARD_NAME, Optional.empty());
        }
    }
}
