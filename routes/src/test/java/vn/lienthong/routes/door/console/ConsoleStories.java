package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.evidence.SealEntries;

/** A document is found, and its story is on one page. */
abstract class ConsoleStories {
    private final ConsoleFixture fixture;

    ConsoleStories(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=7816",
                "text=7816/VPCP-TT%C4%90T",
                "text=G22,2025/08/01,7816",
                "text=doc+7816+H26",
                "text=s%E1%BB%91+7816",
                "agency=H57",
                "copy=DEAD",
                "text=7816&state=ACCEPTED&from=2020-01-01"
            })
    void aDocumentIsFoundByWhateverIsKnown(String query) {
        String page = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR)
                .get("/dossiers?" + query)
                .body();
        assertThat(page).contains(fixture.stories.travelled.id().toString()).doesNotContain("7817/VPCP");
    }

    @Test
    void anEmptySearchExplainsItself() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(browser.get("/dossiers?text=no-such-thing").body()).contains("Thử bớt điều kiện");
        assertThat(browser.get("/dossiers?from=garbage&page=x&state=NONE").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStoryIsOnOnePage() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        String path = "/dossiers/" + fixture.stories.travelled.id();
        String page = browser.get(path).body();
        assertThat(page)
                .contains("Không giao được cho H57 dù đã thử hết lượt (HTTP 503)")
                .contains("UBND thành phố Hà Nội (H26)")
                .contains("Nội dung đúng như khi ký")
                .contains("Thêm ghi chú hoặc điền biểu mẫu")
                .contains("Chỉ mang tính hình thức")
                .contains("Đã tiếp nhận")
                .contains("Chuỗi chứng cứ nguyên vẹn: ")
                .contains("Gửi lại")
                .doesNotContain("??");
        assertThat(browser.get(path + "?lang=en").body())
                .contains("Content is as it was signed")
                .contains("Send again")
                .doesNotContain("??");
        assertThat(browser.get(path).body()).as("the language is kept").contains("What happens next");
    }

    @Test
    void theStorySaysHowFarItIsSealed() {
        fixture.part(SealEntries.class).seal();
        String path = "/dossiers/" + fixture.stories.held.id();
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(browser.get(path).body())
                .contains("Dòng 1 đến ", "con dấu của cổng niêm phong lúc", "không xin dấu thời gian")
                .doesNotContain("??");
        org.jdbi.v3.core.Jdbi jdbi = fixture.part(org.jdbi.v3.core.Jdbi.class);
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into seal_timestamp (seal_id, stamped_at, token, authority, kept_at)
                select distinct seal_id, timestamptz '2026-11-02 03:00:00Z', bytea '\\x30', 'tsa.example', now()
                from entry where dossier_id = ? and seal_id is not null
                """,
                fixture.stories.held.id().value()));
        assertThat(browser.get(path).body()).contains("dấu thời gian lúc 02/11/2026 10:00:00 của tsa.example");
        assertThat(browser.get(path + "?lang=en").body())
                .contains("by tsa.example")
                .doesNotContain("??");
        // It is no token: who exports a receipt under this seal must not meet it.
        jdbi.useHandle(handle -> handle.execute("delete from seal_timestamp where authority = 'tsa.example'"));
    }

    @Test
    void aBrokenChainIsShouted() {
        Dossier broken = fixture.stories.undecided;
        org.jdbi.v3.core.Jdbi jdbi = fixture.part(org.jdbi.v3.core.Jdbi.class);
        jdbi.useHandle(handle -> handle.execute(
                "update entry set actor = 'AXIS:forged' where dossier_id = ? and sequence = 1",
                broken.id().value()));
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(browser.get("/dossiers/" + broken.id()).body()).contains("KHÔNG nguyên vẹn");
        jdbi.useHandle(handle -> handle.execute(
                "update entry set actor = ? where dossier_id = ? and sequence = 1",
                "AXIS:" + broken.systemId(),
                broken.id().value()));
        assertThat(browser.get("/dossiers/" + broken.id()).body()).contains("Chuỗi chứng cứ nguyên vẹn");
    }

    @Test
    void packetAndReceiptCanBeTakenHome() {
        String path = "/dossiers/" + fixture.stories.travelled.id();
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        HttpResponse<String> packet = auditor.get(path + "/packet");
        assertThat(packet.body()).isEqualTo("<edXML>7816</edXML>");
        assertThat(packet.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(auditor.get(path + "/receipt.json").body()).contains("lienthong-receipt-1");
        assertThat(auditor.get(path + "/receipt.p7m").statusCode()).isEqualTo(200);
        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        assertThat(registrar.get(path + "/packet").statusCode()).isEqualTo(403);
    }
}
