package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.evidence.SealEntries;
import vn.lienthong.gateway.webhook.SendWebhooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.Webhooks;

/** The console as a browser meets it, on a gateway with a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {

    private static final Pattern SOURCE = Pattern.compile("(?:href|src)=\"(/(?:console|webjars)/[^\"]+)\"");

    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void strangersSeeTheLoginOnly() {
        PlainBrowser stranger = new PlainBrowser(fixture.address());
        HttpResponse<String> page = stranger.get("/dossiers/" + fixture.stories.travelled.id());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(stranger.get("/overview", "HX-Request", "true").headers().firstValue("HX-Redirect"))
                .hasValue("/login");
        assertThat(stranger.get("/login").body()).contains("Tên đăng nhập").doesNotContain("Tìm văn bản");
        HttpResponse<String> wrong = stranger.login("operator", "not the password");
        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/login?wrong");
        assertThat(stranger.get("/login?wrong").body()).contains("Sai tên đăng nhập hoặc mật khẩu");
    }

    @Test
    void guessingIsStopped() {
        PlainBrowser guesser = new PlainBrowser(fixture.address());
        for (int guess = 0; guess < 3; guess++) {
            guesser.login("guessed", "wrong password " + guess);
        }
        assertThat(guesser.login("guessed", "another")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?wait");
        assertThat(guesser.get("/login?wait").body()).contains("thử lại sau 15 phút");
    }

    @Test
    void loginGivesAFreshSessionThatOnlyThisSiteCanUse() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        HttpResponse<String> before = browser.get("/login");
        HttpResponse<String> after = browser.login("auditor", ConsoleFixture.PASSWORD);
        String first = before.headers().firstValue("Set-Cookie").orElseThrow();
        String second = after.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(second).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(value(second)).isNotEqualTo(value(first));
        HttpResponse<String> page = browser.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("<style");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/dossiers",
                "/alerts",
                "/alerts?closed=true",
                "/refusals",
                "/statuses/unmatched",
                "/requests",
                "/requests?decided=true",
                "/neighbours",
                "/webhooks",
                "/errors",
                "/agencies?code=H39"
            })
    void everyPageIsWholeInBothLanguages(String path) {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        for (String language : List.of("vi", "en")) {
            HttpResponse<String> page = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path + " " + language).doesNotContain("??");
        }
    }

    @Test
    void aPausedWebhookIsSeenAndAnOperatorHasItSendAgain() {
        Webhooks webhooks = fixture.part(Webhooks.class);
        ReceivingSystem system = new ReceivingSystem(
                "he-thong-tin",
                "Hệ thống tin",
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        fixture.part(Systems.class).save(system, new byte[] {1});
        Webhook webhook = Webhook.fresh(
                        new WebhookId(new UUID(7, 7)),
                        "he-thong-tin",
                        URI.create("https://tin.example/khoa-rieng?k=1"),
                        Set.of(),
                        Set.of(),
                        Instant.now())
                .paused("bên nhận trả lời 410 <b>");
        webhooks.add(webhook, new byte[] {2}, 10);
        webhooks.change(webhook.id(), made -> webhook);
        String resume = "/webhooks/" + webhook.id() + "/resume";
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/webhooks?lang=vi").body())
                .contains("he-thong-tin", "tin.example", "bên nhận trả lời 410 &lt;b&gt;")
                .doesNotContain("khoa-rieng", resume, "??");
        assertThat(auditor.post(resume, Map.of("reason", "x")).statusCode()).isEqualTo(403);
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/webhooks?lang=vi").body()).contains(resume);
        assertThat(operator.get(resume).body()).contains("410").doesNotContain("??");
        assertThat(operator.post(resume, Map.of("reason", " ")).statusCode()).isEqualTo(200);
        assertThat(webhooks.find(webhook.id()).orElseThrow().isActive()).isFalse();
        assertThat(operator.post(resume, Map.of("reason", "đã sửa bên nhận")).statusCode())
                .isEqualTo(302);
        assertThat(webhooks.find(webhook.id()).orElseThrow().isActive()).isTrue();
        List<Alerts.Raised> closed = fixture.part(UnitOfWork.class)
                .reading(transaction -> transaction.alerts().raised(true, 10));
        assertThat(closed)
                .anyMatch(alert -> alert.alert().text().contains(webhook.id().toString())
                        && alert.closing().orElseThrow().reason().equals("đã sửa bên nhận"));
        assertThat(operator.get("/webhooks?lang=vi").body()).contains("Tốt").doesNotContain(resume, "??");
        fixture.part(SendWebhooks.class).ping(webhook.id());
        Instant since = Instant.now();
        webhooks.change(
                webhook.id(),
                now -> new Webhook(
                        now.id(),
                        now.systemId(),
                        now.address(),
                        now.types(),
                        now.agencies(),
                        Optional.empty(),
                        new Webhook.Standing(since, 3, Optional.of(since), since.plusSeconds(600), 1, 4)));
        for (String language : List.of("vi", "en")) {
            HttpResponse<String> page = operator.get("/webhooks?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("ping").doesNotContain("??");
        }
        assertThat(operator.get("/webhooks?lang=vi").body()).contains("Không giao được 3 lần liền");
        assertThat(operator.get("/webhooks/" + new UUID(9, 9) + "/resume").statusCode())
                .isEqualTo(404);
        assertThat(operator.get("/webhooks/none/resume").statusCode()).isEqualTo(404);
    }

    @Test
    void styleAndScriptAreServed() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        Matcher sources = SOURCE.matcher(browser.get("/").body());
        int found = 0;
        while (sources.find()) {
            found++;
            HttpResponse<String> source = browser.get(sources.group(1));
            assertThat(source.statusCode()).as(sources.group(1)).isEqualTo(200);
            assertThat(source.headers().firstValue("Cache-Control").orElseThrow())
                    .as(sources.group(1))
                    .contains("max-age");
        }
        assertThat(found).as("icon, style, script").isGreaterThanOrEqualTo(3);
    }

    @Test
    void aNeighbourThatIsDownAndWhatWouldNotComeAreSeen() {
        Instant now = Instant.now();
        Instant far = now.plus(Duration.ofDays(1));
        ReceivingSystem system = new ReceivingSystem(
                "truc",
                "Trục <quốc gia>",
                CallerKind.PEER,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.of(new PushTarget(URI.create("https://truc.example/a"), PushForm.AXIS)),
                true);
        NeighbourRounds rounds = fixture.part(NeighbourRounds.class);
        // Not asked by the gateway itself while the page is looked at.
        fixture.part(Systems.class).save(system.withEnabled(false), new byte[] {1});
        fixture.part(Neighbours.class)
                .save(new Neighbour("truc", system.pushTo().orElseThrow().address(), "cong"), new byte[] {2});
        rounds.reached("truc", new NeighbourRounds.Waiting(7, 2), 41, now, far);
        rounds.failed("truc", "HTTP 502 <b>", now, far);
        rounds.stumbled("truc", new NeighbourRounds.Item(MessageKind.EDOC, "d-17"), "packet: hỏng", now, far);
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(browser.get("/neighbours?lang=vi").body()).contains("Đã tắt");
        fixture.part(Systems.class).save(system, new byte[] {1});
        assertThat(browser.get("/neighbours?lang=vi").body())
                .contains("Trục &lt;quốc gia&gt;", "truc.example", "7 văn bản, 2 trạng thái; đã lấy về 41")
                .contains("Không liên lạc được 1 lần liền:", "HTTP 502 &lt;b&gt;", "d-17", "packet: hỏng")
                .doesNotContain("??");
    }

    @Test
    void overviewCountsWhatWaitsForAPerson() {
        String page =
                PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR).get("/").body();
        assertThat(page)
                .contains("Đang chờ người xử lý")
                .contains("Không giao được văn bản cho H57")
                .contains("7816/VPCP-TTĐT");
    }

    @Test
    void aNumberOfTheLastDayLeadsToWhatItCounts() {
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/").body())
                .contains("href=\"/dossiers?state=ACCEPTED&amp;day=true\"", "href=\"/refusals?day=true\"");
        assertThat(auditor.get("/dossiers?state=HELD&day=true").body())
                .contains("name=\"day\" value=\"true\" checked")
                .doesNotContain(fixture.stories.travelled.id().toString());
        Refusals refusals = fixture.part(Refusals.class);
        Instant now = fixture.part(Clock.class).instant();
        refusals.add(refusal(now.minus(Duration.ofHours(25)), "hom-kia"));
        refusals.add(refusal(now, "hom-nay"));
        assertThat(auditor.get("/refusals?day=true").body()).contains("hom-nay").doesNotContain("hom-kia");
        assertThat(auditor.get("/refusals").body()).contains("hom-nay", "hom-kia");
    }

    private static Refusals.Refusal refusal(Instant at, String documentId) {
        return new Refusals.Refusal(at, Channel.AXIS, "sys", "", documentId, Optional.empty(), List.of());
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

    @Test
    void auditorsChangeNothing() {
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        String held = "/dossiers/" + fixture.stories.undecided.id();
        Delivery copy = copies(fixture.stories.undecided).getFirst();
        assertThat(auditor.get(held).body()).doesNotContain("/assign").doesNotContain("Đóng bản gửi");
        for (String path : List.of(
                held + "/release",
                held + "/refuse",
                "/deliveries/" + copy.id() + "/close",
                "/deliveries/" + copy.id() + "/assign")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
            HttpResponse<String> posted = auditor.post(path, Map.of("reason", "trying"));
            assertThat(posted.statusCode()).as(path).isEqualTo(403);
            assertThat(posted.body()).contains("Không được phép").doesNotContain("at vn.lienthong");
        }
        assertThat(copies(fixture.stories.undecided).getFirst()).isEqualTo(copy);
    }

    @Test
    void aPostWithoutTheTokenOfAPageIsRefused() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        HttpResponse<String> forged = operator.postWithToken(
                "/dossiers/" + fixture.stories.held.id() + "/refuse", Map.of("reason", "forged"), "no token");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorReleasesWithAReasonAfterSeeingWhatHappens() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        Dossier held = fixture.stories.held;
        String path = "/dossiers/" + held.id() + "/release";
        assertThat(operator.get(path).body())
                .contains("UBND thành phố Hà Nội (H26)")
                .contains("sẽ chờ hệ thống qlvb.hanoi đến lấy");
        assertThat(operator.post(path, Map.of("reason", "  ")).body()).contains("Hãy viết lý do");
        assertThat(state(held)).isEqualTo(DossierState.HELD);

        HttpResponse<String> released = operator.post(path, Map.of("reason", "đã gọi điện\nxác minh"));
        assertThat(released.statusCode()).isEqualTo(302);
        assertThat(operator.get("/dossiers/" + held.id()).body())
                .contains("Đã cho văn bản đi.")
                .contains("Chờ hệ thống qlvb.hanoi đến lấy văn bản cho H26.");
        assertThat(state(held)).isEqualTo(DossierState.ACCEPTED);
        assertThat(copies(held).getFirst().state()).isEqualTo(DeliveryState.WAITING);
        Entry entry = entries(held).getLast();
        assertThat(entry.event()).isEqualTo(EvidenceEvent.RELEASED);
        assertThat(entry.actor()).isEqualTo("USER:operator");
        assertThat(entry.detailJson()).contains("đã gọi điện xác minh");

        operator.post(path, Map.of("reason", "again"));
        assertThat(operator.get("/dossiers/" + held.id()).body()).contains("Không làm được: trạng thái đã thay đổi");
    }

    @Test
    void aDeadCopyIsSentAgain() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        Delivery dead = copies(fixture.stories.failed).getFirst();
        String path = "/deliveries/" + dead.id() + "/revive";
        assertThat(operator.get(path).body())
                .contains("Bản gửi trở lại hàng chờ")
                .contains("HTTP 503");
        assertThat(operator.post(path, Map.of("reason", "máy chủ đã chạy lại")).statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/dossiers/" + fixture.stories.failed.id()).body())
                .contains("Đã đưa bản gửi trở lại hàng chờ.");
        assertThat(copies(fixture.stories.failed).getFirst().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(entries(fixture.stories.failed).getLast().event()).isEqualTo(EvidenceEvent.REVIVED);
        assertThat(operator.get(path).body()).contains("Việc này không còn làm được");
        assertThat(operator.get("/deliveries/not-an-id/revive").statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorClosesAnAlertWithAReason() {
        long id = raise("Việc thử của cảnh báo");
        String path = "/alerts/" + id + "/close";
        for (Role role : List.of(Role.AUDITOR, Role.REGISTRAR)) {
            PlainBrowser reader = PlainBrowser.loggedIn(fixture.address(), role);
            assertThat(reader.get("/alerts").body())
                    .contains("Việc thử của cảnh báo")
                    .doesNotContain(path);
            assertThat(reader.get(path).statusCode()).as(role.name()).isEqualTo(403);
            assertThat(reader.post(path, Map.of("reason", "trying")).statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/").body()).contains(path);
        assertThat(operator.postWithToken(path, Map.of("reason", "forged"), "no token")
                        .statusCode())
                .isEqualTo(403);
        operator.get(path);
        assertThat(operator.post(path, Map.of("reason", " ")).body()).contains("Hãy viết lý do");
        assertThat(operator.get("/alerts").body()).contains("Việc thử của cảnh báo");

        operator.get(path);
        assertThat(operator.post(path, Map.of("reason", "đã báo\nnơi gửi")).statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/alerts").body())
                .contains("Đã đóng cảnh báo.")
                .doesNotContain("Việc thử của cảnh báo");
        assertThat(operator.get("/alerts?closed=true").body())
                .contains("Việc thử của cảnh báo", "operator", "đã báo nơi gửi");
        assertThat(operator.get("/alerts?closed=true&lang=en").body()).contains("Closed alerts: who closed them");
        assertThat(operator.get("/dossiers/" + fixture.stories.failed.id() + "?lang=vi")
                        .body())
                .contains("Đóng cảnh báo", "đã báo nơi gửi");
        assertThat(entries(fixture.stories.failed))
                .anyMatch(entry -> entry.event() == EvidenceEvent.ALERT_CLOSED
                        && entry.actor().equals("USER:operator"));

        assertThat(operator.get(path).body()).contains("Việc này không còn làm được");
        operator.post(path, Map.of("reason", "again"));
        assertThat(operator.get("/alerts").body()).contains("Không làm được: trạng thái đã thay đổi");
        assertThat(operator.get("/alerts/999999/close").statusCode()).isEqualTo(404);
        assertThat(operator.get("/alerts/none/close").statusCode()).isEqualTo(404);
    }

    private long raise(String text) {
        return fixture.part(UnitOfWork.class).inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            Sample.TIME, "TEST", Optional.of(fixture.stories.failed.id()), Optional.empty(), text));
            return transaction.alerts().raised(false, 1).getFirst().id();
        });
    }

    @Test
    void aRegistrarChoosesWhereACopyGoes() {
        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        Delivery copy = copies(fixture.stories.undecided).getFirst();
        String path = "/deliveries/" + copy.id() + "/assign";
        assertThat(registrar.get(path).body()).contains("không có cơ quan kế thừa");
        AgencyId hanoi = fixture.part(Agencies.class)
                .current()
                .resolve(new AgencyCode("H26"), copy.createdAt(), copy.createdAt())
                .destination()
                .orElseThrow();
        assertThat(registrar.get(path + "?find=ha+noi").body())
                .contains(hanoi.toString())
                .contains("qlvb.hanoi");
        assertThat(registrar
                        .post(path, Map.of("find", "ha noi", "reason", "theo QĐ"))
                        .body())
                .contains("Hãy chọn một cơ quan");
        HttpResponse<String> assigned =
                registrar.post(path, Map.of("find", "ha noi", "agency", hanoi.toString(), "reason", "theo QĐ"));
        assertThat(assigned.statusCode()).isEqualTo(302);
        assertThat(copies(fixture.stories.undecided).getFirst())
                .satisfies(now -> assertThat(now.state()).isEqualTo(DeliveryState.WAITING))
                .satisfies(now -> assertThat(now.agency()).contains(hanoi));
        assertThat(registrar
                        .get("/dossiers/" + fixture.stories.undecided.id() + "/release")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOperatorChoosesTheDocumentOfAStatus() {
        Dossier document = fixture.stories.travelled;
        long id = fixture.stories.unplaced;
        String path = "/statuses/" + id + "/join";
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/statuses/unmatched").body())
                .contains("mã không đọc được")
                .doesNotContain(path);
        assertThat(auditor.get(path).statusCode()).isEqualTo(403);
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/statuses/unmatched").body()).contains(path);
        assertThat(operator.get(path).body())
                .contains("Không có văn bản nào cùng mã")
                .contains("UBND thành phố Hà Nội (H26)");
        String other = document.id().toString();
        assertThat(operator.post(path, Map.of("reason", "theo số")).body()).contains("Hãy chọn một văn bản");
        assertThat(operator.post(path, Map.of("other", other)).body()).contains("Hãy viết lý do");
        String failed = fixture.stories.failed.id().toString();
        assertThat(operator.post(path, Map.of("other", failed, "reason", "đoán"))
                        .body())
                .as("H26 never got that one")
                .contains("Không ghép được");
        assertThat(operator.post(path, Map.of("other", other, "reason", "theo số ký hiệu"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/dossiers/" + other).body()).contains("Đã ghép trạng thái vào văn bản này");
        assertThat(entries(document).getLast().actor()).isEqualTo("USER:operator");
        assertThat(operator.get(path).statusCode()).isEqualTo(404);
        assertThat(operator.get("/statuses/x/join").statusCode()).isEqualTo(404);
    }

    @Test
    void aDisabledAccountIsOutAtTheNextClick() {
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        assertThat(administrator.get("/").statusCode()).isEqualTo(200);
        fixture.disable(Role.ADMINISTRATOR);
        assertThat(administrator.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?ended");
        assertThat(administrator.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        for (String path :
                List.of("/dossiers/nothing", "/dossiers/00000000-0000-0000-0000-000000000000", "/console/none.css")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("Không có trang này").doesNotContain("Exception");
        }
    }

    private static String value(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private DossierState state(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.dossiers().find(dossier.id()))
                .orElseThrow()
                .state();
    }

    private List<Delivery> copies(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.deliveries().of(dossier.id()));
    }

    private List<Entry> entries(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.entries().of(dossier.id()));
    }
}
