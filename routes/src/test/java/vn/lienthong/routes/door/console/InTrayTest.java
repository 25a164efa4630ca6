package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.status.Status;

/** Văn bản đến, as a clerk's browser meets it, on a gateway with a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InTrayTest {

    private TrayFixture fixture;
    private PlainBrowser clerk;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new TrayFixture(folder.resolve("data"));
        clerk = fixture.browser(TrayFixture.CLERK);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void whatComesWaitsForTheClerkAndIsHandedOverToWhoOpensIt() {
        Dossier letter = fixture.letter("101");
        assertThat(fixture.copy(letter).systemId()).contains(Routing.CONSOLE);
        assertThat(fixture.copy(letter).state()).isEqualTo(DeliveryState.WAITING);
        String list = clerk.get("/in-tray").body();
        assertThat(list).contains("101/VPCP-KSTT").contains("hôm nay").contains("phải được tiếp nhận hoặc từ chối");
        String found = clerk.get("/in-tray?tab=finished&text=hanh+chinh+101").body();
        assertThat(found).contains("Ở các mục khác cũng có văn bản").doesNotContain("101/VPCP-KSTT</a>");
        assertThat(clerk.get("/in-tray?tab=overdue&text=hanh+chinh+101").body())
                .as("it came today")
                .contains("Ở các mục khác cũng có văn bản");
        for (String nowhereElse : List.of("tab=new", "tab=all", "tab=finished&page=1")) {
            assertThat(clerk.get("/in-tray?text=hanh+chinh+101&" + nowhereElse).body())
                    .as(nowhereElse)
                    .doesNotContain("Ở các mục khác cũng có văn bản");
        }
        assertThat(clerk.get("/in-tray?tab=all&text=thu+tuc+tran+101").body()).contains("101/VPCP-KSTT</a>");
        assertThat(list).containsPattern("<title>\\([1-9][0-9]*\\) Văn bản đến");
        assertThat(fixture.copy(letter).state()).as("a list is no reading").isEqualTo(DeliveryState.WAITING);

        String page = clerk.get(path(letter)).body();
        assertThat(page)
                .contains("cong-van.pdf")
                .contains("chỉ có giá trị để biết")
                .doesNotContain("??");
        assertThat(fixture.copy(letter).state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(fixture.entries(letter))
                .filteredOn(entry -> entry.event() == EvidenceEvent.CONTENT_HANDOVER)
                .extracting(Entry::actor)
                .containsExactly("USER:clerk");
        clerk.get(path(letter));
        assertThat(fixture.entries(letter))
                .filteredOn(entry -> entry.event() == EvidenceEvent.CONTENT_HANDOVER)
                .hasSize(1);
    }

    @Test
    void everyPageIsWholeInEnglishToo() {
        Dossier letter = fixture.letter("102");
        for (String path : List.of("/in-tray?tab=all", "/out-tray", path(letter), path(letter) + "/refuse")) {
            HttpResponse<String> page = clerk.get(path + (path.contains("?") ? "&" : "?") + "lang=en");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("??").contains("Incoming");
        }
        clerk.get("/in-tray?lang=vi");
    }

    @Test
    void filesAreSavedNotShownAndNamedSafely() {
        Dossier letter = fixture.letter("103");
        HttpResponse<String> pdf = clerk.get(path(letter) + "/files/0");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Security-Policy"))
                .hasValue("sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(pdf.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        HttpResponse<String> annex = clerk.get(path(letter) + "/files/1");
        assertThat(annex.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(annex.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .doesNotContain("/")
                .doesNotContain("..\\");
        assertThat(clerk.get(path(letter) + "/files/2").statusCode()).isEqualTo(404);
        assertThat(clerk.get(path(letter) + "/packet").body()).contains("103").contains("TraceHeaderList");
    }

    @Test
    void acceptingIsOneStatusHoweverOftenTheButtonIsPressed() {
        Dossier letter = fixture.letter("104");
        clerk.get(path(letter));
        String said = Long.toString(fixture.now().getEpochSecond());
        clerk.post(path(letter) + "/accept", Map.of("said", said));
        clerk.post(path(letter) + "/accept", Map.of("said", said));
        assertThat(fixture.statuses(letter)).singleElement().satisfies(status -> {
            assertThat(status.code()).isEqualTo("03");
            assertThat(status.fromCode().text()).isEqualTo(TrayFixture.WARD);
            assertThat(status.staff()).isEqualTo("Người CLERK");
        });
        assertThat(fixture.deliveries(letter))
                .filteredOn(delivery -> delivery.kind() == MessageKind.STATUS)
                .singleElement()
                .satisfies(back -> assertThat(back.systemId()).contains(TrayFixture.SENDING_SYSTEM));
        assertThat(fixture.entries(letter).getLast().actor()).isEqualTo("USER:clerk");
        assertThat(clerk.get("/in-tray?tab=in-work").body()).contains("104/VPCP-KSTT");

        clerk.post(path(letter) + "/assign", Map.of("words", "Chị Hoa, bộ phận một cửa"));
        clerk.post(path(letter) + "/process", Map.of());
        clerk.post(path(letter) + "/finish", Map.of());
        assertThat(fixture.statuses(letter)).extracting(Status::code).containsExactly("03", "04", "05", "06");
        assertThat(clerk.get("/in-tray?tab=finished").body()).contains("104/VPCP-KSTT");
        clerk.post(path(letter) + "/refuse", Map.of("words", "muộn"));
        assertThat(fixture.statuses(letter)).as("finished stays so").hasSize(4);
    }

    @Test
    void refusingNeedsAReasonThatTheSenderReads() {
        Dossier letter = fixture.letter("105");
        assertThat(clerk.get(path(letter) + "/refuse").body()).contains("Lý do từ chối");
        assertThat(clerk.post(path(letter) + "/refuse", Map.of("words", " ")).body())
                .contains("Hãy viết vào ô này");
        assertThat(fixture.statuses(letter)).isEmpty();
        clerk.post(path(letter) + "/refuse", Map.of("words", "Không thuộc\u0000thẩm quyền"));
        assertThat(fixture.statuses(letter)).singleElement().satisfies(status -> {
            assertThat(status.code()).isEqualTo("02");
            assertThat(status.description()).isEqualTo("Không thuộc thẩm quyền");
        });
    }

    @Test
    void aRecallAndARequestToGiveBackAreAnswered() {
        Dossier letter = fixture.letter("106");
        clerk.get(path(letter));
        clerk.post(path(letter) + "/accept", Map.of());
        fixture.askBack(letter, "Gửi nhầm nơi nhận");
        assertThat(clerk.get("/in-tray?tab=all").body()).contains("Nơi gửi xin lấy lại");
        assertThat(clerk.get(path(letter)).body()).contains("Gửi nhầm nơi nhận");
        clerk.post(path(letter) + "/disagree", Map.of("words", "Đã giải quyết xong"));
        assertThat(fixture.statuses(letter)).extracting(Status::code).containsExactly("03", "13", "16");

        Dossier recall = fixture.recall("106");
        String page = clerk.get(path(recall)).body();
        assertThat(page).contains("Nơi gửi thu hồi").contains("Đồng ý");
        clerk.post(path(recall) + "/agree", Map.of());
        assertThat(fixture.statuses(recall)).extracting(Status::code).containsExactly("15");
    }

    @Test
    void whatANeighbourBroughtBrokenIsTheClerksToRefuseOrAccept() {
        Dossier refused = fixture.broken("107");
        Dossier accepted = fixture.broken("108");
        assertThat(refused.hold()).isEqualTo(Optional.of(Hold.RECEIVING_CLERK));
        String page = clerk.get(path(refused)).body();
        assertThat(page).contains("Cổng giữ văn bản này lại").contains("Chữ ký số không hợp lệ");
        assertThat(fixture.copy(refused).state())
                .as("custody is only looked at")
                .isEqualTo(DeliveryState.HELD);
        assertThat(clerk.post(path(refused) + "/accept", Map.of()).body()).contains("Hãy viết vào ô này");

        clerk.post(path(refused) + "/refuse", Map.of("words", "Chữ ký hỏng"));
        assertThat(fixture.dossier(refused.id()).state()).isEqualTo(DossierState.REFUSED);
        assertThat(fixture.statuses(refused)).extracting(Status::code).containsExactly("02");
        assertThat(clerk.get("/in-tray?tab=finished").body()).contains("107/VPCP-KSTT");

        clerk.post(path(accepted) + "/accept", Map.of("words", "Đã gọi điện xác nhận"));
        assertThat(fixture.dossier(accepted.id()).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(fixture.copy(accepted).state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(fixture.statuses(accepted)).extracting(Status::code).containsExactly("03");
    }

    /** On the wire an update shares its document's id; the answer is about what the clerk looked at. */
    @Test
    void refusingAnUpdateSaysNothingOfTheDocumentItUpdates() {
        Dossier letter = fixture.letter("109");
        clerk.post(path(letter) + "/accept", Map.of());
        Dossier update = fixture.broken("109", BusinessAction.UPDATE);
        assertThat(update.hold()).isEqualTo(Optional.of(Hold.RECEIVING_CLERK));
        clerk.post(path(update) + "/refuse", Map.of("words", "Chữ ký hỏng"));
        assertThat(fixture.statuses(update)).extracting(Status::code).containsExactly("02");
        assertThat(fixture.statuses(letter)).extracting(Status::code).containsExactly("03");
    }

    @Test
    void theClerkOfTheSuccessorGoesOnWithTheTrayOfTheBodyThatEnded() {
        fixture.ward("H57.91", "UBND phường Cũ");
        fixture.ward("H57.92", "UBND phường Mới");
        fixture.clerk("vt.cu");
        fixture.mandate("vt.cu", "H57.91", Right.COLLECT, Right.STATUS, Right.SEND);
        fixture.clerk("vt.moi");
        fixture.mandate("vt.moi", "H57.92", Right.COLLECT, Right.STATUS, Right.SEND);
        PlainBrowser successor = fixture.browser("vt.moi");
        Dossier letter = fixture.letterTo("H57.91", "110");
        PlainBrowser before = fixture.browser("vt.cu");
        before.get(path(letter));
        before.post(path(letter) + "/accept", Map.of());
        assertThat(successor.get(path(letter)).statusCode()).isEqualTo(404);

        AgencyId ended = fixture.agency("H57.91");
        fixture.succeeded("H57.91", "H57.92");
        assertThat(successor.get(path(letter)).body()).contains("110/VPCP-KSTT");
        successor.post(path(letter) + "/finish", Map.of());
        assertThat(fixture.statuses(letter)).extracting(Status::code).containsExactly("03", "06");
        assertThat(successor.get("/out-tray").body())
                .as("nothing is begun in the name of a body that ended")
                .contains(fixture.agency("H57.92").toString())
                .doesNotContain(ended.toString());
        assertThat(clerk.get(path(letter)).statusCode()).isEqualTo(404);
    }

    @Test
    void aMandateThatEndsIsOverAtTheNextClick() {
        fixture.clerk("vt.tam");
        fixture.mandate("vt.tam", "H26", Right.COLLECT, Right.STATUS);
        PlainBrowser temporary = fixture.browser("vt.tam");
        assertThat(temporary.get("/in-tray").body()).contains("(H26)");
        for (Mandate mandate : fixture.console.part(AccountMandates.class).of("vt.tam")) {
            fixture.console.part(AccountMandates.class).end("vt.tam", mandate.endedAt(fixture.now()));
        }
        assertThat(temporary.get("/in-tray").body()).contains("chưa được giao").doesNotContain("(H26)");
    }

    private String path(Dossier dossier) {
        Delivery copy = fixture.copy(dossier);
        return "/in-tray/" + copy.id();
    }
}
